// What the guardian wrote down about Minh, in the form of ``DemoScript``.
let minhsNotes = """
  1096 13:10 visit 60 int/phone @foster-home | He sat with his back to the wall and his hands under
    the table. Asked who waters the plants now. I said nobody has to.
  1094! 11:30 visit 45 alone int/phone @foster-home | Back from the coaches. “I had to ring at six. I
    did not ring at six.” I said nobody here will hit him for that.
  1089 16:00 visit 45 alone int @foster-home | Anne put a broken lamp on the table and went out.
    He mended it while he talked. “The windows had wood. I did not know the day.”
  1082 15:30 visit 50 alone int @foster-home | Slept two nights through. Has asked Dev what day it is
    every morning and writes it on his hand.
  1075 10:00 lawyer 60 child seen int @solicitor =priv | Mr Haddad explained what a statement is.
  1070 16:00 visit 40 alone int @foster-home | Told him the first decision is yes. “Then I am not the
    gardener.” No. He was a child locked in a house.
  1058 15:00 visit 60 alone int @workshop | First time at the bicycle workshop. He held the wheel,
    spun it, and looked at me as if I had known.
  1044 16:20 school 40 child seen @school | First week at school. He sits with two boys who draw
    motorbikes. Maths set moved up already.
  1030 16:00 visit 45 alone int @foster-home | “My mother sold the buffalo.” He has the sum by heart.
    We put the paper in an envelope and he chose to leave it in my drawer.
  1016 12:00 review iro:Mrs-Okell 60 | He asked for one thing: a bicycle of his own to mend.
  1001 16:10 visit 50 alone int @foster-home | Has planted spring onions on the sill. “These are mine.”
  975 16:00 visit 45 alone int @foster-home | Nightmares again after a helicopter. Dev sat on the
    stairs until it had gone.
  948 15:30 visit 60 alone @workshop | First visit without an interpreter, at his wish. He drew what
    he had no word for.
  920 16:00 visit 40 alone @foster-home | Went through the photographs of his bicycle, before and
    after. Eleven hours of work. “Nobody told me to.”
  893 10:40 health 45 child seen int @clinic | The scar looked at; cream that works. He asked the
    doctor whether he will grow.
  866 16:30 visit 50 alone @foster-home | English mostly now. Reads bus timetables for fun.
  840 16:00 visit 45 alone @foster-home | He has drawn the whole bus network of the county from memory.
    Two mistakes, and he knew where.
  827 17:30 call 15 alone | Rang to say he had come second in the school's bridge building.
  810 16:00 visit 45 alone @foster-home | Fifteen. Anne made the noodles, not well, he said, and had
    three bowls.
  783 16:00 visit 55 alone @workshop | Teaches a younger boy to true a wheel, without a word, by
    tapping the spoke.
  751 16:20 visit 45 alone @foster-home | Somebody wrote to him through a game. He showed me the
    message and then wished he had not. ~He is weighing who gets hurt if he tells.~
  722 16:00 visit 40 alone @foster-home late+3 | Short answers. Walked to the harbour and counted
    masts. Written late: I was at court all the next day.
  700! 12:20 visit 60 alone int @foster-home | Home since the night. “They said one month only.” He
    would not do the interview with Kit, and asked me not to make him. I will not.
  689 15:30 meeting police:DS-Marlow 45 =police | Shared the flat's street and the game account.
  671 16:10 visit 50 alone @workshop | Back among the bicycles. They had kept his apron.
  640 16:00 visit 45 alone int @foster-home | The decision is yes for good. He asked me to read the
    sentence with his name twice, and to say the verbs slowly.
  611 16:30 visit 40 alone @foster-home | Wants to be called a mechanic, not a boy who is good with
    his hands.
  584 11:00 call college:Mr-Frame 20 | A place on the motor course. Mr Frame wants to see the bicycle.
  556 16:00 school 45 child seen @college | First day on the course. He ironed the overalls.
  530 16:20 visit 45 alone @foster-home | “What if they send me back after the exam?” We went over what
    the lawyer said and wrote it as three boxes, which he can look at.
  499 16:40 visit 40 alone @foster-home | Told him in person too why I had not come on the day of the
    ride. “You rang. They never rang to say.”
  481! 10:00 travel 240 alone | The lighthouse. He talked all the way out and not at all on the way
    back, both good.
  466 16:00 visit 45 alone @foster-home | Saving for a torque wrench. Has £41 and a chart.
  452 16:10 visit 50 alone @foster-home | Phone face down on the table, turned twice to look. “It is a
    wrong number.” ~I do not think so, and I said so kindly.~
  445 18:10 visit 40 alone @foster-home | Sixteen. A cake shaped as a wheel. He cut it along the spokes.
  438 16:00 visit 45 alone @foster-home | New number. He gave it to four people and told me which.
  424 16:30 visit 55 alone @workshop | Finished the tandem for the blind riders' club. Rode behind so
    that somebody else could steer. “Good, not to look.”
  415 16:10 visit 40 alone @foster-home | Tired; double shifts of homework. Asked whether people who
    owe money can be let off. I said yes. ~I wish I had asked whose money.~
  """

let minhsNotesSince = """
  405! 09:40 call carer:Anne-Pell 25 | She sat on his bed as we spoke. “He took the tools but left the
    torque wrench money.”
  404 15:00 strategy la:Mr-Dunmore 75 | Police, council, college, Anne. I read out what he is like.
  396 10:30 call police:DS-Marlow 20 | Cameras show him walking by himself to the seafront, then no
    more cameras.
  395 15:00 strategy la:Mr-Dunmore 60 | Workshop's people are asking among riders. Agreed weekly calls.
  386! 18:00 message sent #monthly | Wrote to his old number, in both languages: no trouble, no
    questions, the bed is made.
  366 11:00 strategy la:Mr-Dunmore 50 | Home Office still had him at the Pells. Corrected again.
  351! 23:10 text | “i am ok dont look sorry anne” From a number nobody knew. I answered that nobody is
    cross. It did not deliver.
  350 09:10 call police:DS-Marlow 15 | Gave her the message, the number and the minute it came.
  336 14:00 strategy la:Mr-Dunmore 60 | The number was bought for cash and used that once.
  325! 18:00 message sent #monthly | Told him the blind riders won their race on his tandem.
  305 14:00 strategy la:Mrs-Okell 45 | Mr Dunmore off ill; Mrs Okell took the chair so that it was not
    put off.
  291 10:00 call tm:Mrs-Vale 30 | Asked the council not to end the room. She explained about money. I
    said that I would write, and wrote.
  274 14:00 strategy la:Mr-Dunmore 50 | Asked that a child who comes back at night has somewhere to
    come back to. Anne offers the bed unpaid; minuted.
  255! 18:00 message sent #monthly | The spring onions are still on the sill. Sent a picture of them.
  243 14:00 strategy la:Mr-Dunmore 45 | Two raids on boarded houses in the north. Other children found.
    Not him.
  212 14:00 strategy la:Mr-Dunmore 40 | The poster looked at again; still no.
  209 11:30 call police:DS-Marlow 25 | The nail bar: she had gone herself, with a photograph. Nobody
    knew him, or nobody said.
  181 14:00 strategy la:Mr-Dunmore 45 | Asked two things that were agreed in the fourth month and
    never answered. Both now have a name beside them.
  180! 18:00 message sent #monthly | Told him that the tandem has been painted green.
  150 14:00 strategy la:Mr-Dunmore 40 | Asked for his file to go to the national team again.
  130 10:00 supervision ictg:Pauline 50 | How to go on hoping in an orderly way. We keep the monthly message
    and the meetings, and I say it when it is heavy.
  122 12:30 visit 60 carer:Anne-Pell @foster-home | Sat in his room with her. Dusted the chart with £41
    on it. “I would know his step.”
  118 14:00 strategy la:Mr-Dunmore 40 | No news. I read the page about what he is like again, because
    two people were new.
  96! 18:00 message sent #monthly | Told him about the workshop's new roof.
  84 14:00 strategy la:Mr-Dunmore 45 | Phone company asked for the old number's last day.
  81! 18:00 message sent #monthly | For his seventeenth birthday, in his own dialect; the interpreter
    checked it. Anne lit a candle.
  60 11:00 lawyer lawyer:Mr-Haddad 25 =priv | What happens to his asylum claim while he is away, and
    what must not be let lapse.
  51 14:00 strategy la:Mr-Dunmore 40 | The transition team joins from now on: he turns 18 in under a
    year wherever he is.
  33! 18:00 message sent #monthly | No trouble, no questions, the bed is made.
  """
