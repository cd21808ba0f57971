/*
 * The words that receipts are made of: 1024, so that a word carries ten bits and four carry forty.
 * Only the list lives here. Receipts on paper depend on it: never change, move or remove a word.
 */

const WORDS = `
	abacus acorn airport airship algebra almond alpaca alphabet amber anchor anorak antelope apple apricot apron
	arcade archery armchair artist aspen asteroid atlas august autumn avenue avocado awning backpack badger bagel
	bakery balcony ballet balloon bamboo banana bandana banjo banner barber barge barley barn barnacle basil basket
	bauble bay beacon beagle beanbag beetle beetroot bell bench bike biplane birch birthday biscuit bison blanket
	blazer blender blizzard blossom bluebell bluebird bobbin bobcat bonfire bonnet bonsai book bookcase boot bottle
	bounce box bracelet bracken bramble branch brave bread breeze brick bridge bronze brook broom broth brush bubble
	bucket budgie buffalo bugle builder bulb bunny burger burrito butter button cabbage cabinet cactus cafe cake calm
	camel camper campsite canal canary candle canoe canvas canyon capsule captain caramel caravan cardigan carpet
	cartoon cascade cashew castle catfish catkin cedar celery cello century chalk chariot cheddar cheerful cheese
	cheetah chef cherry chestnut chicken chimney chipmunk chive chorus chutney cinema circle circuit circus city
	clarinet climb clock cloth cloud clover coach coat cocoa coin coleslaw collar collie comb comet comic compass
	computer confetti conifer console cookie copper coral cordial corgi cosmos costume cottage cowslip coyote crab
	crater crayon cream cricket crimson crisp crocus crown crumpet cube cucumber cup cupcake curlew curry curtain
	cushion custard cutlery cycling cylinder daffodil daisy damson dawn daydream daylight decade december denim desk
	diamond diary dingo disco dish diver diving dolphin domino donkey doorbell doormat doorstep dormouse dot doughnut
	dove dovecote dragon dream drum drummer duckling dumpling dusk dustpan duvet dynamo eagle earth easel east echo
	eggcup egret elephant elm emerald emu engine envelope equinox eraser estuary evening explorer fabric factory
	falafel falcon farm farmer farmyard feather fence fern ferret ferry field finch firefly fireside fishcake flag
	flamingo flannel flapjack flask flipper float fluffy flute folder football footstep forest fork fossil fountain
	fox foxglove frame freezer friday fridge frisbee fritter frost fudge fuzzy gadget galaxy gallery gallop garage
	garden gardener garlic garnet gazebo gazelle gecko gentle gerbil giant gift gingham giraffe glacier glade glass
	glider glitter globe glove glowworm goat gold goldfish gondola gong goose gopher granite granola grape grater
	green grotto guitar haddock hammock hamster handbag harp harvest hat hawthorn hazelnut headset heath hedgehog
	hedgerow helmet hero herring hexagon hill hippo history hockey holiday honey hoodie hoop horizon hotpot hummus
	hurdle husky ibex iceberg icicle icing igloo iguana impala indigo ink inventor iris island ivory ivy jackdaw
	jacket jade jaguar jam jamboree january jasmine javelin jay jeans jelly jersey jester jigsaw joey joystick jubilee
	judo jug jukebox july jump jumper june jungle juniper jupiter kangaroo karate kayak kebab keepsake kennel kestrel
	ketchup kettle key keyboard keyring kilt king kitchen kite kitten kiwi koala labrador lace ladder ladle lagoon
	lake lamb lamp lamppost lantern laptop lapwing larch laser laugh laurel lava lavender lawn leaf leather legend
	lemming lemon lemonade lemur lentil leopard lettuce library lilac lily lime limerick lion lively lizard llama
	lobster locker lodge lollipop lorry lotus lucky lullaby lunar lupin macaroni macaw mackerel magazine magenta
	magician magnet magnolia magpie mailbox mallard mallet mammoth manatee mandarin mango mansion maple marathon
	marble marigold market maroon marsh mayfly meadow mechanic medal meerkat melody melon mermaid meteor midnight
	mighty milk minibus minnow mint mirror mitten mixer mocha monday mongoose monorail monsoon moon moonbeam moonrise
	moorhen moped morning mosaic moss moth mountain mouse muffin mug mulberry museum mushroom musician mustang mustard
	napkin narwhal nebula necklace nectar neptune netball newt noodle north notebook notepad novel november nozzle
	nutmeg oak oasis oatcake oatmeal ocean octagon october octopus olive onion opal orange orbit orca orchard oregano
	osprey ostrich otter outback oven owl oxen oyster paddle paddock page pageant paint palace pancake panda panther
	papaya paper paprika parade parasol parcel park parrot parsley parsnip pasta pastel pastry pasture path patio
	peach peanut pearl pebble pecan pelican pen pencil penguin pennant pentagon pepper pesto petunia piano piccolo
	pickle picnic pigeon piglet pillow pilot pinboard pine pinecone pinwheel pirate pitta pixel pixie pizza planet
	plastic platypus playpen playtime plum plumber pluto pocket poem poet polenta polka pollen polo pompom poncho pond
	pony poodle pool popcorn poppy porridge postbox postcard potato pottery pretzel primrose prince printer prism
	pudding puddle puffin pulley puma pumpkin puppy purple puzzle pyramid quail quarry queen quilt quince quiz rabbit
	raccoon radar radio railway rainbow raindrop rainfall raisin rally ranger rattle raven ravine ravioli recorder
	reef referee reindeer relay rhubarb ribbon rice riddle ridge ripple risotto river robin robot rock rocket roof
	rooster rosemary rosette rounders rover rowan ruby rucksack rugby ruler runway saddle saffron sailboat salad
	salmon salsa samba sand sandal sandbank sandpit sandwich sapling sapphire sardine satchel satsuma saturday saturn
	saucepan saucer sawdust scallop scarf scarlet science scooter screen scribble seagull seahorse seal seashell
	seaside season seaweed seedling seesaw sequin sesame shade shallot shamrock shawl sheep shelf sherbet shimmer ship
	shirt shoe shovel shrimp shrub shutter shuttle signpost silk silver skate sketch skiing skipper sky skylark
	skylight skyline sledge slide slope sloth smoothie snail snapshot snooker snorkel snow snowball snowdrop snowman
	soccer sock sofa solar songbird sorbet south spaniel sparkle sparrow spatula speaker spectrum spinach spiral
	splash sponge spoon spring sprinkle sprout spruce square squid squirrel stadium stapler star stardust starfish
	starling station statue stencil stereo sticker stoat stone story stream strudel studio sugar sultana summer summit
	sunbeam sundial sunhat sunrise sunset sunshine surfer surfing sushi swamp swan sweater swim swing switch sycamore
	syrup tabby table taco tadpole tailor tandem tango tapioca tartan tassel taxi teacup teal teapot teaspoon template
	tennis terrace terrapin terrier thicket thimble thistle ticket tiger tile timber tinsel tiny toast toaster
	toboggan toffee tofu tomato tomcat toolbox topaz torch tortilla tortoise toucan towel town toy tractor train
	trainer treacle treasure treetop trellis triangle tricycle trifle trolley trombone trophy trousers trout truffle
	trumpet trunk tub tugboat tulip tundra tunic tunnel turkey turret turtle tweed twig twilight twinkle twirl
	umbrella unicorn unicycle uniform universe valley vanilla vase velvet viaduct villa village vinegar violet violin
	vista volcano vole wafer waffle wagon wagtail wallaby walnut walrus warbler wardrobe waterway weekend west wetland
	wheat wheel whistle widget wildcat wildlife willow windmill window winter wishbone wizard wombat woodland woodpile
	wool woolly workbook workshop yak yarn yellow yeti yoga yoyo zebra zenith zigzag zip zoo
`;

/** 1024 different words, 3 to 8 letters a–z, in alphabetical order. Friendly, easy to spell, none sounding like another. */
export const RECEIPT_WORDS: readonly string[] = WORDS.trim().split(/\s+/);
