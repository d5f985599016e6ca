import { rule, type RiskRule } from "./phrase.ts";

const person =
  "(?:he|she|they|someone|somebody|who|man|men|lad|lads|woman|boy|boys|girl|youth|youths|kid|kids|neighbour|guy|bloke|one|gang|person|husband|partner|son|ex|people)";
const me = "(?:me|us|him|her|them|you|someone|somebody|people|my [a-z]{2,14}|each other)";
const weapon =
  "(?:knife|knives|machete|machetes|gun|guns|pistol|shotgun|rifle|firearm|weapon|weapons|blade|sword|axe|hammer|baseball bat|crossbow|zombie knife|samurai sword|knuckleduster)";
const has =
  "(?:has|have|had|having|got|has got|have got|'?s got|'?ve got|carries|carrying|holding|waving|brandishing|swinging|pointed|pointing|aimed|aiming|pulled|pulled out|produced|showing|showed|with|armed with|using|uses|threatening me with)";

/** Danger to life, now or soon. */
export const dangerRules: readonly RiskRule[] = [
  rule("emergency", "emergency", "must-hold", [
    `${person} (?:is |are |was |were |who )?${has} (?:a |an |the |some |his |her |their |big |large |kitchen |hunting ){0,3}${weapon}`,
    `${person}'?s(?: got)?(?: a| an){0,1} ${weapon}`,
    `(?:armed with|brandishing|waving|pointed|pointing|aimed|pulled|pulled out|carrying|holding|swinging|threatened ~ with) (?:a |an |the |some |his |her |their |big |large |kitchen ){0,3}${weapon}`,
    `(?:being|getting) (?:attacked|stabbed|beaten|beaten up|robbed|mugged|chased|strangled|kidnapped|assaulted|raped)`,
    `(?:attacking|stabbing|strangling|choking|beating|killing|raping) ${me}`,
    `(?:trying to|tried to|threatened to|threatens to|threatening to|wants to|says he will|says he'?ll|said he would|i'?ll|i will|i'?m going to|he'?s going to|she'?s going to|he is going to|she is going to) (?:kill|stab|shoot|murder|strangle|burn) ${me}`,
    `(?:going to|gonna|will) (?:kill|stab|shoot|murder|strangle) (?:me|us|him|her|each other)`,
    `(?:been|was|got|is|were) (?:stabbed|shot|knifed)(?! of| at goal| blasted)`,
    `(?:(?:we'?re|i'?m|i am|we are|he'?s|she'?s) in danger|in immediate danger)`,
    `(?:fear|scared|afraid|frightened|terrified) for (?:my|our|her|his|their) (?:life|lives)`,
    `(?:please |someone |somebody )?help (?:me|us) (?:please|now|quick|quickly)`,
    `(?:please |someone |somebody )help (?:me|us)`,
    `(?:send|need) (?:the )?(?:police|help|an ambulance|ambulance) (?:now|quick|quickly|urgently|straight away|immediately)`,
    `call (?:me )?(?:an )?ambulance`,
    `(?:house|flat|car|shed|building|garage|van|shop|block|home|bin|bins|school|field|neighbour'?s|place) (?:is |are )?on fire`,
    `(?:i'?m|i am|she is|she'?s|he is|he'?s) being followed`,
    `stabbed (?:a|an|another|the|my|him|her|me|someone|somebody|people)`,
    `(?:there is|there'?s|is) a fire (?:in|at|on|next|now)`,
    `(?:breaking|broken|getting|trying to get|trying to break) (?:in|into) (?:my|our|the|next door|next doors|a) ~ (?:now|right now|as i type)`,
    `(?:someone|somebody|he|she|they|man|men) (?:is|are) (?:breaking|trying to break|trying to get) (?:in|into|through)(?! shops| cars)`,
    `(?:intruder|burglar|burglars|someone|somebody) (?:is |are )?in (?:my|our) (?:house|garden|home|flat|shed|kitchen|loft)`,
    `(?:not|isn'?t|stopped) breathing`,
    `(?:is|lying|found|lies) unconscious`,
    `unconscious (?:on|in|by) the`,
    `(?:bleeding (?:heavily|badly|to death|everywhere|a lot)|is bleeding|overdose|overdosed|overdosing|having a heart attack|kidnapped|abducted|hostage)`,
    `(?:shots? (?:being )?fired|gun ?shots?|heard (?:a )?shots?|drive-?by)`,
    `(?:there is|there'?s|has|have|planted|made|making|found|is) (?:a|an) (?:pipe )?bombs?`,
    `acid attack`,
    `with a (?:big |large |kitchen ){0,2}(?:knife|blade|machete|gun|sword|shotgun|crossbow)`,
    `(?:kick|kicking|break|breaking|smash|smashing|bash|bashing) (?:my|our|the|his|her) (?:front |back )?door (?:in|down)`,
    `(?:i'?m|we'?re|i am|we are) trapped`,
    `(?:at|for|towards) (?:me|us|him|her|them) with (?:a |an |the )?(?:big |large )?${weapon}`,
    `(?:fight|fighting|run|running|walk|walking|around|about) with (?:knives|machetes|guns|weapons|swords|axes|hammers)`,
    `(?:threatens|threatened|threatening) to (?:burn|set fire to|kill|hurt|rape|stab|shoot)`,
    `(?:won'?t|can'?t|cannot|not) (?:wake up|waking up|wake him|wake her)(?! to)`,
    `(?:hit|beaten|attacked|struck) with a (?:hammer|bottle|baseball bat|bar|brick|${weapon})`,
    `(?:being|getting|about to be) (?:killed|attacked|stabbed)`,
    `(?:locked|trapped) (?:me|us|in|inside) ~ (?:room|house|flat|here|car)`,
    `won'?t let (?:me|us|her) (?:go|out|leave)`,
    `(?:fighting|fight|attack|assault|robbery|stabbing) (?:happening|going on|in progress) (?:right )?now`,
    `happening (?:right )now`,
  ]),
  rule("emergency", "none", "warn", [
    `(?:knife|gun|weapon|machete|stabbing|shooting|stabbings|shootings) crime`,
    `(?:carry|carrying) (?:knives|weapons|a knife)`,
    `(?:set|setting|sets) (?:fires?|fire to)`,
    `(?:right now|emergency|999|urgent|urgently)`,
  ]),
  rule("self-harm", "emergency", "must-hold", [
    `(?:want|wants|wanted|ready|wish i could|trying|tried|plan|planning|need) (?:to )?(?:die|be dead)`,
    `i(?:'?m| am) (?:going to|gonna) die`,
    `(?:hurt|hurting|cut|cutting|starve|poison) myself`,
    `(?:kill|killing|harm|harming|hang|hanging) (?:myself|himself|herself|themselves)`,
    `(?:end|ending|take|taking|took) (?:my|his|her|their|my own|his own|her own|their own) (?:life|lives)(?! in)`,
    `end(?:ing)? it all`,
    `want (?:it|it all|everything) to be over`,
    `(?:can'?t|cannot|can not|don'?t want to|do not want to|no reason to|not want to|nothing to) (?:go on|live|be here|live any ?more|carry on living|live for|be alive|wake up)(?! here| there| like| in| on| next| near| with| by| round| at| to)`,
    `(?:better off|be better) (?:dead|without me)`,
    `(?:wish i was|wish i were) dead`,
    `(?:suicid(?:e|al)(?! driving| drivers| overtaking| speed)|self-?harm(?:s|ed|ing)?|self harm(?:s|ed|ing)?)`,
    `(?:he|she|he'?s|she'?s|i'?m|man|woman|someone|somebody|person|is|am) (?:going to|gonna|about to|threatening to|wants to) jump(?! red| the lights?| over)`,
  ]),
];
