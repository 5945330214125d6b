extension WordList {
  /// Short, common English words, collected by hand; words that sound alike are left out.
  static let text = """
    able about above acorn across actor adult afar after again age agent agree ahead aim air alarm
    album alert alike alive allow almond almost alone along aloud alpha already also always amber
    among ample anchor angel angle animal ankle annual answer antique any apart apple april apron
    arch arena argue arm army around arrive arrow art ashes aside ask asleep atlas atom attend
    attic audio august aunt author autumn avenue average avoid awake award aware away axis axle
    baby back bacon badge badger bag bake baker balance balcony ball ballet balloon bamboo banana
    band banjo bank banner bar bargain bark barley barn baron barrel base basic basil basin basket
    bat bath baton battery bay bazaar beach bead beak beam bean beard beast beat beauty beaver
    become bed bee beef beetle before begin behave behind being belief bell belong below belt
    bench bend beside best better between beyond bicycle big bike bill bind birch bird birth
    biscuit bishop bite bitter black blade blame blank blanket blaze blend bless blind blink block
    blond bloom blossom blouse blue blunt blush boat body boil bold bolt bone bonfire bonnet bonus
    book boot border boring borrow boss both bother bottle bottom bounce bow bowl box boy bracket
    brain brake branch brass brave break breath breeze brew brick bride bridge brief bright bring
    brisk bristle broad broken bronze brook broom brother brown brush bubble bucket buckle bud
    budget buffalo bugle build bulb bull bumper bunch bundle bunny burger burn burrow burst bus
    bush busy butcher butter button buyer buzz cabbage cabin cable cactus cafe cage cake call calm
    camel camera camp canal candle candy cannon canoe canopy canvas canyon cap cape captain car
    caramel caravan carbon card care cargo carnival carpet carrot carry cart carve case cash
    cashew castle casual cat catch cattle cause cave cedar celery cello cement centre certain
    chain chair chalk chamber chance change channel chapel chapter charge charm chart chase chat
    cheap check cheek cheer cheese chef cherry chess chest chestnut chew chick chief child chill
    chimney chin china chip choice choir choose chorus chunk church cider cinema circle circus
    citizen city clap clarinet class clay clean clear clerk clever cliff climate climb clinic
    cloak clock close cloth cloud clover clown club clue coach coal coast coat cobalt cobweb cocoa
    coconut code coffee coin cold collar college colour column comb come comedy comet comfort
    comic command common company compass concert cone cook cookie cool copper copy coral cork corn
    corner cosmic cost cosy cottage cotton couch cough council count country couple courage course
    cousin cover cow crab cradle craft crane crater crayon cream create credit creek crest cricket
    crisp crocus crop cross crow crowd crown cruise crumb crust crystal cube cuckoo culture cup
    cupboard curious curl curry curtain curve cushion custard custom cycle daffodil daily dairy
    daisy damp dance danger daring dark darling dart dash data date daughter dawn day daylight
    dazzle deal debate decade decent decide deck decorate deep defend degree delay delight deliver
    delta demand denim dense dentist depend depth deputy desert design desk dessert detail device
    devote dial diamond diary dice diesel diet differ digest digit dill dine dinner dip direct
    dirt dish disk distant ditch dive divide dizzy dock doctor dog doll dolphin domain dome donkey
    door dose double dough dove down dozen draft dragon drama draw drawer dream dress drift drill
    drink drive drop drum dry duck duet dune dusk dust dusty duty duvet dwell dynamo eager eagle
    ear early earn earth easel east easy eat echo eclipse edge edit effort egg eight either
    elastic elbow elder elect elegant element elephant eleven elf elm else embark ember emblem
    emerald emotion employ empty enamel encore end energy engine enjoy enough enter entire entry
    envelope equal equator errand escape essay even evening event ever every evident exact exam
    example excite excuse exercise exhibit exist exit exotic expand expect expert explain explore
    express extra fable fabric face fact factor factory fade fairy faith falcon fall family famous
    fan fancy far farm farmer fashion fast father favour fawn feast feather federal feed feel
    fellow felt female fence fern ferry festival fever few fiddle field fifteen fifty fig figure
    file fill film filter final finch find fine finger finish fire firm first fish fit five fix
    flag flame flannel flap flash flask flat flavour fleet flesh flight flint flip float flock
    flood floor flora flower fluent fluffy fluid flute fly foam focus fog foil fold folk follow
    food foot football force forest forget fork form formal fort fortune forty forward fossil
    foster fountain fox fraction fragile frame freckle free freeze freight fresh friday fridge
    friend fringe frog front frost frosty frozen fruit fuel full fun funny fur furnace future
    gadget gain galaxy gale gallery gallon gallop game garage garden garlic garment gas gate
    gather gaze gazelle gear gecko general gentle genuine geranium gesture geyser giant gift
    ginger giraffe girl give glacier glad glance glass gleam glide glimpse glitter globe gloss
    glove glow glue goal goat goblet gold golden golf gondola good goose gorge gossip gown grace
    grade grain gram grammar grand granite grant grape graph grasp grass grateful gravel gravity
    gravy green greet grey grid grill grin grip grocer groove ground group grove grow growth guard
    guess guest guide guitar gulf gull gully gum guru gust gymnast gypsum habit half hall halo ham
    hammer hammock hamper hand handle happy harbour hard hardy harmony harness harp harvest hat
    hatch haul hawk hay hazel head health heap heart hearth heat heather heaven heavy hedge height
    helium hello helmet help hen herb hero heron herring hidden high hike hill hinge hint hip
    history hobby hockey hold holiday hollow holly home honest honey hood hoof hook hope horizon
    horn horse host hotel hound hour house hover huddle hug huge human humble humour hundred
    hungry hunt hurdle hurry husky hut hybrid hydrant ice iceberg icicle icing icon idea ideal
    igloo image imagine impact import impress improve inch include income indeed index indigo
    indoor infant inform ink inland inlet inner input insect inside inspire instant intend invent
    invite iris iron island issue item ivory ivy jacket jade jaguar january jar jasmine jaw jazz
    jeans jelly jersey jet jewel jigsaw job jockey jog join joke jolly journal journey joy judge
    jug juggle juice july jumble jump jumper june jungle junior jury just justice kale kangaroo
    karate kayak keen keep kennel kernel kettle keyboard kick kid kidney kilo kilt kind king
    kingdom kiosk kitchen kite kitten kiwi knee knife knit knob knock koala label lace ladder lady
    ladybird lagoon lake lamb lamp lamppost land lane language lantern lap large lark laser last
    late latin laugh launch laundry laurel lava lavender law lawn lawyer layer lazy leader leaf
    league leap learn lease leather leave lecture ledge left leg legal legend leisure lemon
    lemonade lend length lens leopard less letter lettuce level lever library licence lid life
    lift light lilac lily limb lime limit line linen lion lip liquid list listen litre little live
    lively lizard llama load loaf lobby lobster local lock locket lodge loft logic lonely long
    look loop loose lord lorry lose lotion lotus loud lounge love lovely low loyal lucky luggage
    lumber lunar lunch lung lupin luxury lyric machine magic magnet magpie make mallet mammal man
    mandarin mango manner mansion mantle many map maple marble march margin marigold marine mark
    market marrow marsh mask mason mass mast master mat match material matter mattress may maze
    meadow meal mean measure media medical medium melody melon melt member memory mend mention
    menu mercy merit mermaid merry message metal meteor method mice middle midnight mild mile milk
    mill mimic mind mineral minor mint minute mirror mitten mix mixture mobile model modern modest
    module moist mole moment monday money monitor monkey monsoon month monument mood moon moral
    mortar mosaic moss moth mother motion motor mount mouse mouth move movie much mud mudguard
    muffin mug mulberry mule multiply mumble museum mushroom music must mustard mutual myself
    mystery myth nail name napkin narrow nation native natural nature navy near neat neck needle
    neighbour nephew nerve nest net nettle network neutral never next nibble nice nickel niece
    nimble nine noble nobody nod noise noisy noodle noon normal north nose note nothing notice
    noun novel now nuclear nugget number nurse nursery nut nutmeg nylon oak oasis oatmeal object
    oblong observe obtain obvious ocean octave october octopus odd offer office officer often oil
    old olive omelette once onion only opal open opera opinion oppose option oracle orange orbit
    orchard orchid order ordinary organ origin ornament ostrich other otter outdoor outer outfit
    outline outside oval oven over owl owner oxygen oyster ozone pace pack packet paddle page
    paint palace palette palm pan pancake panda panel panther pantry paper parade parcel pardon
    parent park parrot parsley parsnip part partner party pass passage past pasta paste pastel
    pastry pasture patch path patient patio patrol pattern pavement paw pay peach peacock peak
    peanut pearl pebble peel pelican pen pencil penguin penny people pepper perfect perform
    perfume period permit person pet petrol phone photo phrase piano pick picnic picture pie
    pigeon pile pilgrim pillar pillow pilot pin pine pink pint pioneer pipe pistachio pitch pizza
    place plan planet plank plant plaster plastic plate platform play plaza please pledge plenty
    plot plough plug plum plumber plunge plural pocket poem poet point polar polish polite pollen
    polo pond pony pool popcorn poplar poppy popular porch porridge port porter portion portrait
    position possible post postcard poster pot potato potter pottery pouch pound powder power
    practice prairie prawn preach precise prefer prepare present press pretty pretzel price pride
    primary prime prince print prism private prize problem process produce program project promise
    prompt proof proper protect proud prove provide prune public pudding puddle puffin pull pulse
    pump pumpkin punch pupil puppet puppy purchase pure purple purpose purse push puzzle pyjamas
    pyramid quail quality quarry quart quarter queen quench query quest question quick quiet quill
    quilt quince quit quite quiver quiz quota quote rabbit raccoon race racket radar radio radish
    raft rail railway rainbow raincoat raisin rake rally ramp ranch random range rapid rare
    raspberry rather rattle raven ravine raw razor reach react ready reason rebel recall receipt
    recent recipe record recover reef reflect reform refresh regal region regular reindeer relate
    relax relay relief rely remain remark remedy remember remind remote remove render renew rent
    repair repeat reply report rescue resort respect rest result retire return reveal reverse
    review reward rhubarb rhyme rhythm ribbon rice rich riddle ride ridge rigid rim ring rinse
    ripple rise river road roast robin robot robust rock rocket rocky rodeo romantic roof rookie
    room rope rosemary rotate rough round rover row royal rubber ruby rucksack rudder rug rugby
    ruler rumble run runner rural rush rust rustic rye sack saddle safari safe saffron sage sailor
    saint salad salary salmon salon salt salute same sample sand sandal sandwich sapphire sardine
    satchel satin saturday saucer sausage save savoury saxophone say scale scarf scarlet scatter
    school science scissors scone scooter scope score scout scrap screen screw script scroll scrub
    sculptor seal search season seat second secret section secure seed seek seldom select senate
    senior sense sentence september sequel serene series sermon serve session settle seven several
    shade shadow shake shallow shampoo shape share shark sharp shawl shed sheep sheet shelf shell
    shelter shepherd sheriff shield shift shine ship shirt shiver shock shoe shop shore short
    shoulder shout shovel show shower shrimp shrub shuffle shut shutter shy side siege sign signal
    silence silk silly silver similar simple since sincere sing single sink siren sister six
    sixteen sixty size skate sketch ski skill skin skip skirt sky slate sled sleep sleeve slice
    slide slight slim slipper slogan slope slow small smart smell smile smoke smooth snack snail
    snake snap sneeze snow snowball snowman soap soccer social sock soda sofa soft soil solar
    soldier solid solo solve sonata song soon sorbet sorry sound soup south space spade spaniel
    spare spark sparkle sparrow speak special speech speed spell spend sphere spice spider spinach
    spiral spirit splash split sponge spoon sport spot spray spread spring sprinkle sprout spruce
    square squash squirrel stable stadium staff stage stamp stand staple star start state station
    statue stay steady steam steep stem step stereo stew stick still stilt stir stitch stock stone
    stool stop store stork storm stove strange straw stream street stretch strict stride string
    stripe strong studio study stuff sturdy style subject submit suburb subway sudden suede sugar
    suit suitcase sultan summer summit sunny sunset super supper supply support sure surf surface
    surprise survey sushi swallow swamp swan swap sweater sweep swift swim swing switch sword
    syllable symphony syrup system table tablet tackle tactic tailor take talent talk tall
    tambourine tame tangerine tango tank tap tape tapestry target tartan task taste tavern taxi
    teach teacher teapot tell temper temple tempo ten tenant tender tennis tenor tent term terrace
    test text texture thank thatch theatre theme theory thick thimble thing think third thirst
    thirteen thirty this thistle thorn thought thousand thread three thrill thrive throat thumb
    thunder thursday thyme tick ticket tidy tiger tight tile timber time tin tinsel tiny tip tired
    tissue title toad toast today toffee toga together token tomato tomorrow tone tongue tonic
    tool tooth topaz topic torch tortoise toss total touch tough tour towards towel tower town toy
    track tractor trade traffic trail train tram transfer transport trapeze travel tray treasure
    treat tree tremble trend triangle tribe trick trifle trim trio trip triple trolley trombone
    trophy tropical trot trouble trousers trout truck true trumpet trunk trust truth try tub tube
    tuesday tulip tumble tuna tundra tunnel turban turbine turkey turn turnip turquoise turret
    turtle tutor tweed twelve twenty twice twig twilight twin twist type typical ultra umbrella
    umpire uncle under unfold unicorn uniform union unique unit unite unity universe unlock until
    unusual update uphill upper upright upset urban urge urgent useful usher usual utensil utmost
    vacant vacuum valid valley value valve van vanilla vanish vapour variety various vase vast
    vault vegetable vehicle velvet vendor venture venue verb verdict verse version vessel vest
    veteran viaduct vicar victory video view viking villa village vine vinegar vineyard vintage
    vinyl viola violet violin virtue visible vision visit visitor visual vital vitamin vivid vocal
    voice volcano volley volume volunteer vote vowel voyage vulture waffle wage wagon waiter wake
    walk wall wallet walnut walrus waltz wander want warble wardrobe warm warmth wash wasp watch
    water wave wax wealth weasel weave web wedding wedge wednesday weed weekend weigh welcome well
    west whale wharf wheat wheel when where whiff while whisker whisper whistle white wide widow
    width wife wild willow wind windmill window windy wine wing winner winter wire wisdom wise
    wish witness wizard wolf woman wonder wooden woodland wool word work workshop world worry
    worth wreath wren wrist writer wrong yacht yard yarn year yellow yesterday yet yield yoga
    yogurt young youth yoyo zebra zero zest zigzag zinc zip zone zoo zoom
    """
}
