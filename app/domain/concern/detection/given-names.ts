/**
 * Given names that are common here and are hardly ever a place, a month or another word. The list finds names; it
 * says nothing about anybody, and a person decides.
 */
export const givenNames: ReadonlySet<string> = new Set(
  (
    "aaron abdul abigail adam adrian ahmed aisha alan alex alexander ali alice alison amanda amelia amir amy andrea andrew andy " +
    "angela anita ann anna anne anthony antonio arthur asif barbara barry beth bradley brandon brian bruce callum cameron carl carol " +
    "caroline catherine charlie charlotte cheryl chloe chris christine christopher claire clare clive colin connor conor craig daisy " +
    "damian damien dan daniel danny darren dave david dawn dean debbie deborah denise derek diane dominic donna dorothy doug duncan " +
    "dwayne dylan eddie edward elaine eleanor elizabeth ellie emily emma eric ethan eva evie farah fatima fiona francis gail gareth " +
    "gary gavin gemma geoff george gillian glen graham greg hannah harpreet harry harvey hassan hayley heather helen henry hussain ian " +
    "ibrahim imran irene isaac isabella jackie jacob jacqueline jade jake james jamie jamil jane janet janice jason javed jean jeff jennifer " +
    "jenny jeremy jess jessica jill jim jimmy joan joanna joanne joe john johnny jonathan jordan jose joseph josh joshua joyce judith " +
    "julia julian julie justin kai kamran karen karl kate katherine kathleen katie kayleigh keith kelly ken kenneth kenny kerry kevin " +
    "khalid kieran kim kirsty kyle laura lauren lee leah leanne lewis liam linda lisa lizzie lorraine louise luca lucas lucy luke lynn " +
    "mandy manjit marcus margaret maria marie marilyn martin martyn mary mason matt matthew maureen megan mehmet melissa michael michelle " +
    "mick mike mohammad mohammed molly muhammad nadia naomi natalie natasha nathan neil nick nicholas nicola nigel noah norman oliver " +
    "olivia omar oscar owen pamela patricia patrick paul pauline paula peter phil philip phoebe piotr pawel rachel raj rajesh rebecca " +
    "reece rhys ricky robert robin roger ronald rory rosie ross rosemary roy ruth ryan sally sam samantha samuel sandra sara sarah scott " +
    "sean sebastian shane shannon sharon shaun sheila shirley simon sofia sophia sophie stacey stephanie stephen steve steven stuart " +
    "sue susan suzanne tanya tara tariq terry theresa thomas tim timothy tina toby tom tommy toni tony tracey tracy trevor tyler tyrone " +
    "usman valerie vanessa vicky vikram wayne wendy william yasmin yusuf yvonne zac zach zoe zara mateusz andrzej krzysztof jaden jayden " +
    "kaden riley kian ash bob kayden leon lenny reggie ronnie teddy gaz shaz baz daz"
  ).split(" "),
);

/** Those that are words too, in small letters or at the start of a sentence: only with a capital and a second sign. */
export const wordNames: ReadonlySet<string> = new Set(
  "dawn daisy dean eric robin jean ash heather rosemary molly joy glen lee carol baz kim sue dale mason josh harry ken sally".split(
    " ",
  ),
);
