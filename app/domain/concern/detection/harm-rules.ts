import { rule, type RiskRule } from "./phrase.ts";

const relation =
  "(?:partner|husband|wife|boyfriend|girlfriend|bf|gf|ex|ex-husband|ex-wife|ex-partner|ex-boyfriend|ex boyfriend|ex partner|ex husband|fella|hubby|other half|spouse|fiance|dad|mum|mam|father|mother|step-?dad|step-?mum|step ?father|son|daughter|brother|uncle|grandson|carer|boy friend)";
const hits =
  "(?:hits?|hitting|beats?|beating|beat up|hurts?|hurting|punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|strangle[sd]?|strangling|choke[sd]?|choking|threaten(?:s|ed|ing)?|controls?|controlling|rape[sd]?|raping|forces?|forced|slap(?:s|ped|ping)?|abuse[sd]?|abusing|attack(?:s|ed|ing)?|batters?|battered|burns?|burned|locks?|locked|stalk(?:s|ed|ing)?|assault(?:s|ed|ing)?|grabs?|grabbed|shoves?|shoved|pushe[sd]|touche[sd])";
const us =
  "(?:me|us|her|him|them|the kids|the children|my kids|my children|my mum|my mam|my sister|my daughter|his wife|his girlfriend|his partner|her kids|his kids|his mum|the baby)";
const child =
  "(?:child|children|kid|kids|baby|babies|toddler|girl|girls|boy|boys|teenager|teenagers|daughter|son|grandson|granddaughter|niece|nephew|pupil|schoolgirl|schoolgirls|minor|minors|year old|year-old|little one|little ones|young people|teens)";
const frail =
  "(?:elderly|old|older|disabled|vulnerable|frail|confused) (?:man|woman|lady|gentleman|person|people|neighbour|couple|resident|residents|mother|father|adult|adults|dear)";

/** Somebody is hurt at home, or cannot protect themselves. */
export const harmRules: readonly RiskRule[] = [
  rule("domestic-abuse", "safeguarding", "must-hold", [
    `(?:my|her|his|their|the) (?:own )?${relation} ~ ${hits} ${us}`,
    `(?:my|her|his|their|an) ${relation} (?:is|was|has been|gets|can be|became) (?:violent|abusive|aggressive|controlling|hitting|stalking)`,
    `(?:scared|afraid|frightened|terrified) (?:of|to go home to) (?:my|her|his) ${relation}`,
    `(?:scared|afraid|frightened|terrified) (?:to go|of going) home(?! at| after| in| alone| late| from| on)`,
    `(?:he|she) (?:always |often |still |regularly |keeps ){0,1}(?:hits|beats|hitting|beating|batters|chokes|choked|strangles|strangled|slaps|punches|rapes) ${us}`,
    `(?:my|her|his|their) ${relation} ~ (?:won'?t leave|will not leave|keeps turning up|keeps coming|keeps ringing|keeps following|follows me|tracks)`,
    `(?:i'?m|i am|she is|she'?s|he is|he'?s) (?:being|getting) (?:abused|controlled|hit|exploited|beaten|neglected)`,
    `(?:safe|scared|frightened|afraid) ~ because of (?:my|her|his) ${relation}`,
    `controls (?:who|what|where|everything) (?:i|she)`,
    `domestic (?:abuse|violence)`,
    `violent (?:relationship|marriage|partner|husband|boyfriend|ex|home)`,
    `(?:controls|takes|checks) (?:all )?my (?:money|phone|wages|bank)`,
    `(?:beats|hits|hitting|beating|abuses|strangles) (?:his|her) (?:wife|girlfriend|partner|husband|boyfriend|mum|mother)`,
    `(?:coercive control|honour based|forced marriage|forced to marry)`,
    `hear ~ (?:beating|hitting) (?:her|him|his wife|the children|the kids)`,
    `scream(?:s|ing|ed)? for help`,
  ]),
  rule("safeguarding", "safeguarding", "must-hold", [
    `${child} ~ (?:being|been|is|are|was|were|getting) (?:abused|neglected|beaten|groomed|exploited|starved|molested|raped|smacked|sexually)`,
    `${child} (?:is |are )?being hit(?! by)`,
    `(?:hits|hitting|beats|beating|hurts|hurting|smacks|starving|locks) (?:his|her|their|my) (?:own |little |young )?${child}`,
    `(?:abuses|abusing|neglects|neglecting|grooming|groomed|groom|exploiting|touched|touches|touching|molested|molesting|raping) (?:(?:his|her|their|the|a|an|my|our|young|little|small|underage|local|own) ){0,2}${child}`,
    `${child} ~ (?:left|locked|living|at home|left home) (?:alone|by themselves|on their own|in filth|in a car)`,
    `(?:bruises|bruised|marks) (?:all )?(?:on|over) (?:the|a|her|his|their|that|its) ~ ${child}`,
    `${child} ~ (?:bruises|bruised all over|goes hungry|always hungry|begging for food)`,
    `(?:approach|approached|approaching|following|followed|filming|photographing|offering sweets to|offered sweets to|trying to lure|luring) (?:the |my |our |young |little |local |school ){0,3}${child}`,
    `(?:tried|trying) to (?:get|pull|drag|snatch|take) ~ ${child} ~ (?:car|van|off)`,
    `(?:county lines|cuckoo(?:ed|ing)|modern slavery|brothel|traffick(?:ed|ing)|fgm|child abuse|sexual exploitation|sexually exploited|child exploitation|sexually abused|sex with (?:a )?(?:child|minor|children))`,
    `(?:paedophile|paedophiles|paedo|paedos|pedo|pedophile|nonce)`,
    `(?:using|use|used|make|makes|making|getting|get|forcing|send|sending) (?:the |local |young |little |school ){0,2}${child} (?:to )?(?:sell|deal|carry|run|deliver) (?:drugs|weed|for|stuff|packages)`,
    `my ${child} ~ (?:carrying|selling|running|holding|dealing) (?:drugs|weed|for)`,
    `${child} ~ (?:used|forced|made|paid) to (?:sell|deal|carry|run|deliver)`,
    `${frail} ~ (?:being|been|is|are|was|getting) (?:abused|neglected|robbed|scammed|exploited|conned|hit|bullied|threatened|taken advantage)`,
    `(?:(?:my|her|his) )?(?:mum|mam|mother|dad|father|nan|gran|grandad|grandma|wife|husband|sister|brother|aunt|uncle|neighbour) ~ (?:being|been) (?:abused|neglected|exploited|scammed|hit|beaten)`,
    `(?:toddler|baby|small child|little boy|little girl) ~ (?:wandering|alone|by itself)`,
    `(?:messaging|texting|contacting) (?:my|her|his|the|a|young) ${child}`,
    `(?:older |grown |old )?(?:men|man|bloke|blokes|adult|adults) (?:give|gives|giving|buy|buying|buys) (?:the |young |local |teenage )?${child}`,
    `(?:has|have|had|with|covered in) bruises`,
    `carer ~ (?:hits|hitting|steals|stealing|abuses|shouts|neglects)`,
    `(?:taking advantage of|taken over) (?:an |a |the |his |her |my )(?:${frail}|flat|home)`,
    `(?:${child}|husband|wife|mum|dad|mother|father|man|woman|friend|neighbour|nan|grandad) ~ (?:gone|went|is|been|reported) missing`,
    `(?:missing|lost) (?:child|girl|boy|teenager|person|daughter|son|toddler|woman|man)`,
    `(?:haven'?t|not|nobody has|no one has) (?:seen|heard from) (?:him|her|my ~ neighbour|the old|the elderly) ~ (?:days|weeks|week)`,
    `(?:treated like slaves|held against (?:his|her|their) will)`,
    `(?:my|step|a) (?:uncle|step-?dad|teacher|coach|step ?father|dad) ~ (?:touches|touched|makes me|made me)`,
  ]),
  rule("safeguarding", "none", "warn", [
    `(?:exploitation|neglected child|self-neglect)`,
    `${child} (?:are |is |being )?(?:selling|running|carrying|dealing) (?:drugs|weed)`,
  ]),
];
