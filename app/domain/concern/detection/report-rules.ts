import { rule, type RiskRule } from "./phrase.ts";

const was =
  "(?:was|were|got|has been|have been|had been|'?ve been|been|is being|are being|keep getting|keeps getting|'?s been)";
const done =
  "(?:robbed|mugged|burgled|assaulted|sexually assaulted|raped|attacked|punched|kicked|beaten|beaten up|jumped|stabbed|stolen|spiked|stalked|followed home|scammed|threatened|blackmailed|groped|headbutted|spat at|spat on|harassed|hit by a man|bitten|slapped|grabbed|broken into|smashed|keyed|vandalised|slashed|torched|nicked|pinched|taken from|snatched|egged)";
const mine =
  "(?:my|our) (?:[a-z']{2,14} ){0,2}(?:car|van|bike|bicycle|shed|house|home|flat|garage|shop|phone|purse|wallet|bag|window|windows|fence|door|motorbike|scooter|tools|caravan|quad|tractor|trailer|catalytic converter|cat|dog|sheep|allotment|parcel|handbag|parcels|wing mirror|tyres|garden)";
const who =
  "(?:he|she|man|woman|neighbour|neighbours|lad|couple|family|bloke|guy|son|boyfriend|landlord|tenant|tenants)";
const stuff =
  "(?:drugs|weed|cannabis|coke|cocaine|crack|heroin|spice|pills|ket|ketamine|mdma|gear|stolen goods|guns|knives|vapes to kids)";
const from =
  "(?:next door|at number|at no|in the flat|in flat|at the house|who lives|living at|in the house|from the house|from his|from her|from their house|from the flat|above me|below me|in the end house|at the end house|at the corner house)";

/** A crime told of, intelligence about somebody, hatred, a complaint about the police: each has a door of its own. */
export const reportRules: readonly RiskRule[] = [
  rule("crime", "crime", "must-hold", [
    `(?:i|we|my [a-z]{2,14}|my [a-z]{2,10} [a-z]{2,10}) ${was} (?:just |also |nearly |almost |recently |badly ){0,1}${done}`,
    `(?:a friend|a woman|a girl|a man|a boy|an old man|an old lady|somebody|someone) ${was} (?:sexually |badly ){0,1}(?:robbed|mugged|assaulted|raped|attacked|beaten up|spiked|groped|murdered)`,
    `${mine} (?:was|were|got|has been|have been|had been|keeps getting|is) ~ ${done}`,
    `(?:tried|tries|trying) to (?:break into|steal|get into|nick|rob) (?:my|our)`,
    `${mine} (?:stolen|nicked|smashed|broken into|vandalised)`,
    `(?:stole|nicked|robbed|burgled|smashed|keyed|slashed|torched|vandalised|broke into|broken into|breaking into|damaged|set fire to) ${mine}`,
    `(?:had|having) (?:my|our|his|her) ~ (?:stolen|nicked|broken into|smashed|burgled|robbed|taken)`,
    `(?:been|was|were|got|get|being) (?:raped|blackmailed|sexually assaulted)`,
    `(?:raped|rapist|sexual(?:ly)? assault(?:ed)?|attempted rape|murdered|indecent(?:ly)? expos(?:ed|ure|ing)|exposed himself|flashed (?:at )?(?:me|us|my|her|a)|masturbating|upskirt(?:ed|ing))`,
    `(?:he|she|they|man|woman|lads|lad) (?:grabbed|shoved|slapped|headbutted|hit|choked) (?:me|us|my)`,
    `(?:i|we) saw who`,
    `hit over the head`,
    `(?:been|was|got) drugged`,
    `(?:conned|scammed|tricked|cheated) out of`,
    `beat(?:en)? up (?:a|an|my|the|his|her|him|me|us|two|some)`,
    `lost (?:£?[0-9][0-9,.]{0,9}|money|my savings|my money|all my savings) to (?:a |the )?(?:scam|scammer|scammers|fraud|fraudster)`,
    `(?:assaulted|attacked|punched|kicked|mugged|robbed|jumped|threaten(?:ed|ing|s)|harass(?:ed|es|ing)|stalk(?:ed|s|ing)|groped|spat at|blackmail(?:ed|ing)) (?:me|us|my|him|her)`,
    `(?:i|we) (?:saw|witnessed|watched|seen|have seen|filmed) (?:a robbery|an assault|an attack|a mugging|a burglary|a murder|a stabbing|a drug deal|(?:him|her|them|a man|a lad|two lads|someone|somebody|a woman|a gang|a youth|two men) (?:steal|stealing|rob|robbing|punch|attack|attacking|break|breaking|smash|smashing|stab|hit|hitting|nick|assault))`,
    `(?:put|kicked|bricked) (?:my|our) (?:front )?(?:window|windows|door) (?:in|through|out)`,
    `(?:want|like|need|wish|here) to report (?:a |an |the |my )?(?:crime|theft|burglary|assault|robbery|rape|attack|stolen|break-?in|harassment|fraud|hit and run)`,
    `(?:hit and run|been (?:scammed|defrauded)|scammed (?:me|us|my|out)|sent (?:my|our|her) (?:nudes|photos))`,
  ]),
  rule("crime", "none", "warn", [
    `(?:stolen|stealing|burglary|burglaries|robbery|robberies|mugging|muggings|assault|assaults|mugged|break-?ins?|shoplifting|drink driving|hare coursing|theft|thefts)`,
  ]),
  rule("intelligence", "intelligence", "must-hold", [
    `${who} ~ (?:is|are|was|were|keep|keeps|always) (?:dealing|selling|growing|cooking|supplying|storing|hiding) ~ ${stuff}`,
    `${who} ~ (?:deals|sells|grows|supplies|stores|hides) ~ ${stuff}`,
    `(?:he|she) (?:is|'?s) (?:a |the )?(?:local |main |known ){0,1}(?:dealing|drug dealer|dealer|thief|burglar|shoplifter)`,
    `(?:he|she|neighbour|man) (?:keeps|hides|owns|sells|bought) (?:a |an |some ){0,1}(?:gun|guns|knives|machete|firearm|firearms|pistol)`,
    `(?:he|she)'?s (?:dealing|selling) (?:drugs|weed|again|from)`,
    `(?:i|we) (?:know|think i know|saw) (?:exactly )?who (?:is|did|has|stole|sells|deals|was|set|smashed|'?s|they are|it is|it was)`,
    `(?:i|we) know where (?:the|they|he|she|his|her|their)(?: stolen| drugs| bikes| lives| keeps| keep| is| stash| hides| hide| live| get)`,
    `(?:dealing|selling|growing) (?:${stuff} )?~ ${from}`,
    `${stuff} (?:is|are|being|is being|are being|get|gets) (?:sold|dealt|grown|stored|kept|hidden) (?:from|in|at) (?:number|no|(?:a|the|that|his|her|their) (?:[a-z]{1,12} )?(?:house|flat|garage|home|car|van|address|shed))`,
    `(?:neighbour|neighbours|man|woman|lad|couple|people|family) (?:next door|opposite|upstairs|downstairs|across the road|over the road|at the end|who live[s]?|above|below) ~ (?:deal|deals|dealing|sell|sells|selling|grow|grows|growing|steal|steals|stealing)`,
    `(?:crack house|crack den|drug den|drugs den|cannabis farm|cannabis factory|cannabis grow|drug house|trap house|weed farm)`,
    `(?:stolen goods|stolen bikes|guns?|stash) (?:are |is )?(?:kept|stored|hidden|in|stashed) (?:in|at|his|her|their|the) ~ (?:garage|shed|house|flat|lock-?up|car|loft)`,
    `(?:his|her) (?:dealer|stash)`,
  ]),
  rule("intelligence", "none", "warn", [
    `(?:dealing|dealers?|selling|sell|deal) ~ ${stuff}`,
    `(?:drug|drugs) (?:deal|deals|dealing|dealer|dealers)`,
  ]),
  rule("hate", "crime", "must-hold", [
    `(?:because|cos|cause|coz) (?:i'?m|i am|we'?re|we are|he is|he'?s|she is|she'?s|they are|of my|of our|of her|of his) (?:a |an )?(?:black|brown|asian|gay|lesbian|trans|muslim|jewish|polish|traveller|bisexual|sikh|hindu|catholic|foreign|white|immigrant|race|religion|skin|colour|sexuality|faith|hijab|accent|romanian|a refugee|refugee|refugees)`,
    `(?:racist|racial|racially|homophobic|transphobic|islamophobic|antisemitic|anti-semitic|anti semitic|xenophobic|disablist) (?:abuse|abused|abusing|attack|attacked|comments|slurs?|language|names|insults|chants|chanting|remarks|aggravated|words|threats|shouting|gestures|bullying)`,
    `(?:shouts?|shouted|shouting|called|calls|calling|screams|screamed|yells|yelled|hurled) ~ (?:racist|homophobic|transphobic|antisemitic|go back to|terrorists?|faggot|poof|dyke|tranny)`,
    `go back to (?:my|your|our|their|his|her|where) (?:own )?(?:country|i came|you came|we came|they came)`,
    `(?:abused|attacked|bullied|targeted|mocked|spat at|threatened|harassed|picked on|shouted at) ~ (?:disabled|disability|autistic|wheelchair)`,
    `hate crimes?`,
    `go back to (?:africa|asia|india|pakistan|poland|romania|china|nigeria|syria|turkey|jamaica|bangladesh|afghanistan)`,
    `(?:called|calls|calling) (?:me|us|him|her|them) (?:a |an )?(?:dirty |filthy )?(?:immigrants?|foreigners?|terrorists?)`,
    `nazi (?:symbols?|salutes?|signs?|flags?|graffiti)`,
    `(?:swastikas?|paki|pakis|nigger|niggers|faggot|faggots|tranny|trannies|gyppo|gyppos|pikeys?|spastic)`,
    `(?:pulled|ripped|tore|pulling) ~ (?:hijab|headscarf|turban|niqab)`,
  ]),
  rule("hate", "none", "warn", [
    `(?:racist|racism|homophobic|homophobia|islamophobia|antisemitism|transphobic|nazi|nazis)`,
  ]),
  rule("complaint", "complaint", "must-hold", [
    `(?:complain|complaint|complaining|complaints) (?:about|against) (?:the |a |an |your |one of your |one of the |how the |two |some |that |this |my |pc |pcso ){0,3}(?:local ){0,1}(?:police|officer|officers|pcso|pcsos|cop|cops|constable|sergeant|policeman|policewoman|inspector|call handler|force)`,
    `(?:officer|officers|pcso|cop|cops|policeman|policewoman|constable|sergeant|policemen) ~ (?:rude|racist|assaulted me|lied|hit me|punched me|swore|refused|ignored me|bullied|threatened me|corrupt|searched me|hurt me|laughed at|arrested me|unprofessional|dishonest|manhandled|sexist|pushed me)`,
    `(?:corrupt|bent|racist|rude) (?:police|cop|cops|officer|officers|copper|coppers|policeman)`,
    `police (?:brutality|corruption|misconduct|officer assaulted|assaulted|beat|lied|harass(?:ed|ing)?)`,
    `(?:wrongly|wrongfully|unlawfully) (?:arrested|stopped|searched|detained)`,
    `(?:strip-?|strip )searched`,
  ]),
];
