// What the guardian wrote down about Thanh, in the form of ``DemoScript``.
let thanhsNotes = """
  112 18:10 visit 70 int/phone @B&B | Met her in the breakfast room. The social worker stayed. I
    said my name, what I am for, and that I am not police. She looked at the door the whole time.
    “Who pays for this room?” I said nobody who can ask her for it back.
  111! 11:20 visit 45 alone int/phone @B&B | Brought a coat, soap and a phone card. Drew a clock and
    the days I would come. She put it under the pillow. ~She counts exits before she sits.~
  110 09:30 call sw:Ms-Ali 15 | Asked for anywhere with staff at night. Ms Ali has asked too;
    nothing before next week.
  108 14:00 visit 40 alone int/phone @B&B | “They say I still owe for the boat.” She has worked it
    out on paper and it does not get smaller. I said a debt like that cannot be owed by a child.
  105 10:15 health 60 child seen int @clinic with:Ms-Ali | First health check. She chose a woman
    doctor. Wrist is an old burn. She held my sleeve and let go when it was over.
  102! 21:10 visit 30 alone int/phone @police-station | She had walked to the coaches and had no
    money. Not cross with me for the police coming. “I thought you would be angry.”
  100 16:00 visit 50 alone int/phone @hostel | New room, a lock on the inside, a key on string.
    She locked and unlocked it six times and laughed at herself.
  96 10:00 lawyer 75 child seen int @solicitor =priv | First meeting with Ms Prentice. I sat in for
    the beginning at her wish, then outside.
  93 12:10 call college:Mrs-Finch 20 | The college has a place in the English class from next week;
    they ask for a birth certificate. Said what they can take instead.
  90 15:40 visit 45 alone int/phone @hostel | She had cooked noodles for the whole floor. Two girls
    asked for the recipe. “In the shop we ate standing.”
  88! 09:05 text | “bus come. i am on bus” Her first message in English.
  85 16:10 school 30 child seen @college | First week done. She has a pencil case with a cat on it
    and has not missed a morning.
  81 17:00 visit 40 int/phone @hostel with:Sean,key-worker | Sean there for the fire drill talk. She
    asked what happens if a man says he is her uncle. We practised what Sean will say to him.
  80 11:00 supervision ictg:Pauline 40 | Talked over who may be told about her mother. Pauline thinks as I do:
    nobody whom Thanh has not named.
  79! 12:30 call 15 alone int/phone | Told her the first trafficking decision is yes. Long quiet.
    “So they believe.” I said yes, they do.
  76 16:20 visit 50 alone int/phone @hostel | Walked the number 9 route together, twice, and she led
    the second time. Practised asking the driver.
  71! 09:15 visit 35 alone int/phone @hostel | Asleep in her shoes when I came. Woke, ate two bowls
    of rice. “I walked by the 9. You said follow the 9.”
  70 15:00 strategy la:Ms-Ali 60 | Shared what she agreed I may share: the street with the blue
    gates. Asked for carers out of Calderhythe; minuted.
  64 11:00 visit 50 alone int @café | Met Jean Maddox over cake, at a table by the door. She asked
    Jean if there is a dog. There is. She asked its name in English.
  60 10:40 attempt x10:40,11:05,13:20 | Her phone off; the hostel says she sleeps after a bad night.
  59 13:30 visit 30 alone int/phone @hostel | “I do not want to pack again.” Said that I would be
    there when she unpacks, and that the drawings go on top.
  51! 14:30 travel 55 alone | Drove her to the Maddoxes. She held the drawings on her knees. The dog
    met us first.
  50! 17:30 call carer:Jean-Maddox 10 | Slept with the light on. Ate toast at three in the morning
    with Robert, who does not ask questions.
  48 15:30 visit 45 alone int/phone @placement | Agreed how I may ring her and what I say if somebody
    else answers. She chose the word herself.
  44 12:00 lawyer lawyer:Ms-Prentice 20 =priv | Went through the papers for the asylum statement and
    what Thanh would rather say on paper than aloud.
  41 16:00 visit 50 alone int @college | Library corner. Linh waved from the window seat. “She saves
    the chair.” Wrote the card together: wants, helps, who she rings.
  40 16:10 visit 60 alone int @placement | Told her about the age letter myself before the post came.
    “My mother said year of the goat. Why does a paper know more?” ~Hurt, not angry. She asked me to
    keep the paper so she need not look at it.~
  35! 18:20 text | “goal!!! 2” She had scored twice at the girls' session.
  34 15:10 visit 45 alone int/phone @placement | Saw the boots drying on newspaper. She plays on the
    left because nobody looks at the left.
  30 11:30 review iro:Mr-Calloway 70 | She had written three lines for Mr Calloway to read out, about
    the college, the door, and the dog. He read them first, before any of us spoke.
  27 16:00 visit 50 alone int/phone @placement | Has begun to keep a calendar, with the days I come in
    green. Slept four nights of seven without the light.
  25! 19:40 call 8 int/phone | Wanted to know the word for the thing on top of a wall where the cat
    sits. It was “ledge”. “No more questions tonight.”
  20! 16:40 visit 45 alone int/phone @college | “A man stands by the bus. He does not take the bus.”
    She did not want him spoken to. I said who I would tell about the bus, and did.
  16 16:30 visit 40 alone int/phone @placement | Quiet. Drew the stall of her aunt: mangoes, a
    tarpaulin, a radio. ~Something is on her mind that she walks round.~
  13! 16:45 call carer:Jean-Maddox 15 | Jean rang: she had asked for the phone the moment she was off
    the bus, and a number she would not name. Jean said not today and why, and sat with her.
  13! 17:40 visit 55 alone int/phone @placement | I told her myself why we did not ring the number. “If
    I ring, they stop ringing my mother.” ~So somebody is ringing her mother.~
  9 15:50 visit 50 alone int/phone @college | Worked out with her what her mother could say if they
    ring. She dictated, the interpreter wrote. “Tell her I am taller now.”
  7! 18:05 text | “match this week you come?” Answered yes, and when.
  5! 11:10 visit 80 alone @sports-ground | Came to the match. Rain, four parents, her coat over the
    bench. She plays as if nobody has ever shouted at her.
  4! 20:15 call carer:Jean-Maddox 12 | Two calls to the house phone with nobody speaking. Robert wrote
    down the times. Asked Jean to give them to the police on the open reference.
  2 16:10 visit 50 alone int/phone @placement id:market | Settled. Showed me her drawing of the market
    at home. Asked whether the solicitor had rung. “I like the college. I do not like the cars.”
  """
