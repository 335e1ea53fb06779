#include "language/intent_tables.h"

namespace callwright::language {
namespace {

using enum Act;
using Topic = FaqTopic;

constexpr WordClass classes[] = {
    {"visit",
     "appointment|appointments|appt|appts|visit|visits|booking|bookings|reservation|"
     "reservations|meeting|meetings|slot|session|viewing|inspection|tuneup|tune-up|checkup|"
     "maintenance|consultation|cita|citas|visita|reserva|servicecall|tour"},
    {"visit_loose",
     "appointment|appointments|appt|visit|booking|reservation|meeting|meetings|slot|"
     "session|cita|visita|reserva|time|day|date|it|that|service|job|order|event|events|"
     "estimate|call|schedule|mine|install|installation|repair|tomorrow|today|monday|"
     "tuesday|wednesday|thursday|friday|saturday|sunday|reminder"},
    {"worker",
     "someone|somebody|technician|tech|techs|plumber|plumbers|electrician|electricians|guy|"
     "guys|anybody|anyone|person|crew|team|handyman|contractor|repairman|serviceman|man|"
     "plomero|electricista|tecnico|alguien"},
    {"human",
     "human|humans|person|agent|agents|representative|representatives|rep|operator|manager|"
     "owner|supervisor|receptionist|dispatcher|boss|attendant|specialist|persona|humano|"
     "representante|operador|operadora|agente|gerente|dueno|supervisor|encargado|asesor"},
    {"day",
     "monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|weekends|mondays|"
     "tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|holiday|holidays|today|tomorrow|"
     "tonight|night|nights|evening|evenings|lunes|martes|miercoles|jueves|viernes|sabado|"
     "sabados|domingo|domingos|hoy|manana|christmas|thanksgiving|hours"},
    {"you", "you|y'all|ya|yall|u|they|your|ustedes"},
    {"want",
     "want|wanna|need|needs|like|love|hoping|looking|trying|wanted|wish|would|quiero|"
     "quisiera|necesito|gustaria|can|could|must|gotta|please|let's|lets|possible|help"},
    {"thing",
     "sink|toilet|faucet|drain|pipe|pipes|waterheater|heater|furnace|ac|conditioner|outlet|"
     "outlets|switch|breaker|panel|lights|light|fan|thermostat|boiler|disposal|shower|tub|"
     "bathtub|dishwasher|washer|unit|compressor|sprinkler|sprinklers|sewer|septic|sump|pump|"
     "valve|spigot|hvac|heat|system|wiring|generator|vent|ducts|duct|bathroom|kitchen|"
     "basement|water|fixture|hose|radiator|garbage|line|lines|humidifier|charger|doorbell|"
     "detector|freezer|fridge|refrigerator|dryer|stove|oven|inodoro|lavabo|fregadero|"
     "calentador|bano|llave|tuberia|drenaje|regadera|aire|calefaccion|luz|enchufe|"
     "contacto|apagador|ductwork|plumbing|machine|heatpump|equipment|basin|commode|car"},
    {"trade",
     "plumb*|electric*|hvac|heating|cooling|furnace*|boiler*|heatpump*|thermostat*|airconditioner*|"
     "aircon|ducts|duct|ductwork|vent|vents|compressor*|condenser*|refrigerant|freon|radiator*|"
     "humidifier*|dehumidifier*|airflow|blower|pilot|sink|sinks|toilet*|commode*|faucet*|tap|taps|"
     "drain|drains|draining|drainage|clog*|unclog*|sewer*|septic|pipe|pipes|piping|repip*|leak*|"
     "drip|drips|dripping|shower*|tub|bathtub*|disposal|dishwasher*|washer|sump|well|spigot*|hose|"
     "valve|valves|shutoff|softener*|waterheater*|tankless|heater|heaters|outlet*|breaker*|panel|"
     "panels|wiring|rewir*|wires|wire|fuse|fuses|fixture*|chandelier*|switch|switches|dimmer*|"
     "generator*|charger|ev|voltage|volt|lighting|doorbell|detector|detectors|sprinkler*|gutter*|"
     "backflow|flush*|snake|plunger|install*|repair*|estimate*|quote*|inspection*|tuneup*|"
     "maintenance|warranty|permit|permits|contractor*|technician*|electrician*|handyman|repairman|"
     "plomer*|electricista*|tecnic*|calentador*|caldera|tuberia*|drenaje|desague|lavabo|inodoro|"
     "regadera|fregadero|fuga|gotea*|tapad*|enchufe*|apagador*|cableado|calefaccion|presupuesto|"
     "cotizacion|boiler|lavadora|instal*|repar*|arregl*"},
    {"foreign",
     "weather|forecast|joke|jokes|music|song|songs|playlist|podcast|podcasts|audiobook|recipe|"
     "recipes|cook|"
     "cooking|bake|lasagna|pizza|burger|sandwich|coffee|tea|beer|wine|restaurant|restaurants|menu|"
     "meal|"
     "ingredients|calories|calorie|vitamin|vitamins|protein|supplement|supplements|gym|diet|"
     "capsules|tablet|"
     "news|headlines|stock|stocks|nasdaq|dow|bitcoin|crypto|invest|investing|401k|ira|apr|mortgage|"
     "loan|loans|"
     "atm|atms|withdrawal|withdrawals|withdraw|currency|currencies|euro|euros|yen|peso|exchange|"
     "overdraft|"
     "savings|banking|cashback|topup|transfer|transfers|wire|routing|paycheck|payroll|salary|"
     "w2|reimbursement|merchant|transaction|transactions|fraud|"
     "flight|flights|airline|airlines|airport|airfare|luggage|passport|hotel|hotels|vacation|"
     "traveling|tourist|cruise|train|trains|subway|taxi|cab|uber|lyft|boarding|itinerary|"
     "movie|movies|film|films|actor|actors|actress|netflix|series|episode|comic|anime|celebrity|"
     "bands|concert|album|lyrics|poem|poetry|novel|novels|author|library|football|"
     "basketball|baseball|soccer|hockey|golf|tennis|olympics|scores|nba|nfl|mlb|championship|"
     "lottery|casino|chess|pong|dice|president|senator|congress|election|government|"
     "historical|countries|continent|ocean|mountain|planet|planets|moon|"
     "earth|galaxy|universe|nasa|dinosaur|animal|animals|puppy|kitten|"
     "bird|birds|insect|cockroach|octopus|species|flowers|flower|math|algebra|equation|"
     "calculate|calculator|divided|multiplied|sqrt|science|physics|chemistry|biology|"
     "molecule|university|universities|college|teacher|homework|exam|exams|tuition|"
     "student|students|translate|translation|french|german|italian|chinese|japanese|synonym|"
     "antonym|definition|define|dictionary|spell|pronounce|grammar|wikipedia|google|twitter|"
     "facebook|"
     "instagram|tweet|tweets|tiktok|youtube|snapchat|browser|bluetooth|laptop|"
     "iphone|android|app|apps|software|download|password|username|login|hdmi|usb|camera|smartphone|"
     "headphones|earphones|volume|mute|brightness|sync|timer|timers|stopwatch|"
     "alexa|siri|cortana|olly|wemo|shopping|groceries|grocery|amazon|ebay|walmart|clothes|shoes|"
     "shirt|"
     "curtains|lipstick|makeup|jewelry|perfume|pillow|pillows|mattress|toy|toys|gift|gifts|cereal|"
     "candy|"
     "chocolate|cake|bread|chicken|beef|fruit|vegetable|vegetables|cheese|sushi|"
     "medicine|medication|vaccine|vaccines|disease|symptoms|cancer|diabetes|pregnancy|surgery|"
     "marijuana|drug|drugs|alcohol|tire|tires|mpg|mileage|diesel|honda|"
     "toyota|ford|bmw|driving|traffic|highway|motorcycle|bike|bicycle|bridge|marriage|divorce|"
     "wedding|dating|"
     "girlfriend|boyfriend|horoscope|zodiac|religion|bible|prayer|"
     "philosophy|psychology|lawyer|attorney|lawsuit|antitrust|crime|prison|gun|ammunition|"
     "package|shipping|shipment|delivered|"
     "subscription|coupon|voucher|points|rewards|membership|banks|"
     "pounds|cents|immigration|citizenship|pto|vacation|"
     "resume|career|interview|economy|inflation|market|trading|timezone|inbox|"
     "playstation|xbox|nintendo|printer|kindle|"
     "festival|festivals|museum|zoo|beach|nightclub"},
    {"foreign_loose",
     "who|whom|whose|why|translate|compare|recommend|suggest|suggestions|trivia|fact|facts|funny|"
     "laugh|sing|"
     "favorite|favourite|famous|popular|invented|invention|discovered|wrote|directed|starring|born|"
     "died|"
     "alive|world|record|records|oldest|tallest|biggest|fastest|richest|percent|percentage|average|"
     "population|temperature|celsius|convert|conversion|miles|kilometers|pounds|inches|ounces|"
     "grams|cups|"
     "items|item|product|products|purchase|buy|buying|sell|sold|flavour|flavor|size|brand|quantity|"
     "quality|"
     "text|texts|email|emails|dogs|cats|clock|birthday|party|church|doctor|dentist|plane|king|"
     "queen|score|order|orders|delivery|website|game|games|team|teams|police|computer|internet|"
     "wifi|country|history|rental|trip|travel|books|plants|tracking|tv|balance|pin|statement|"
     "refund|bank|account|accounts|money|card|cards|credit|visa|mastercard|debit|car|cars|engine|"
     "school|schools|hospital|store|band|tax|taxes|meaning|language|"
     "safe|healthy|weight|muscle|hair|skin"},
    {"calendar",
     "schedule|calendar|agenda|appointments|jobs|job|meetings|meeting|events|event|route|"
     "visits|bookings|calls|plans|plan|planned|citas|trabajos|itinerary|lineup|docket|"
     "calender|appointment|engagements|agendas|tasks|stops|reminders"},
};

constexpr ActPhrase rows[] = {
    // --- Cancel.
    {Cancel, 5,
     "cancel*|cancela|cancelar|anular|scrap|scratch|nix|drop|kill|void ... "
     "<visit>|event|events|calendar|calender"},
    {Cancel, 8,
     "delete|remove|erase|wipe|clear|discard|dismiss|empty|clean|removed|cleared|deleted|format|"
     "take away|out|off? ... <visit>|event|events|calendar|calender|schedule|agenda"},
    {Cancel, 6,
     "calendar|event|events|schedule|meeting|appointment .. "
     "cleared|removed|deleted|cancelled|canceled|clear|empty .. "
     "from|tomorrow|today|on|for|completely|$"},
    {Cancel, 3, "remove|delete the|my .. on|in|for|at|from"},
    {Cancel, 3.5, "cancel*|cancela|cancelar|anular"},
    {Cancel, 4, "call|calling .. off"},
    {Cancel, 4, "booked|scheduled|reserved ... undo|take it|that back?"},
    {Cancel, 4, "undo my|the|our <visit>|booking|reservation"},
    {Cancel, 3,
     "no longer|not|won't .. need|needed|needing|require .. "
     "<visit>|you|<worker>|service|it|him|repair"},
    {Cancel, 3, "won't be needing"},
    {Cancel, 4.5,
     "don't|not|no need|want|require .. <worker>|<visit>|you|service|it|him|anyone .. "
     "anymore|after|longer"},
    {Cancel, 3.5, "can't|cannot|cant|won't|not|unable ... make .. it|<visit>|tomorrow|today"},
    {Cancel, 2.5, "don't|do|not need .. to come|<visit>|<worker> anymore?"},
    {Cancel, 3, "don't|not come|send anymore|anyone|<worker>|tomorrow|today|out"},
    {Cancel, 3, "take .. off .. schedule|calendar|books"},
    {Cancel, 2.5, "forget .. about? .. <visit>"},
    {Cancel, 2.5, "get rid of"},
    {Cancel, 2.5, "already .. fixed|repaired|someone .. so|don't|cancel|else"},
    {Cancel, 3, "ya no necesito|quiero|ocupo|vengan"},
    {Cancel, -4, "don't|not|won't|never want? to? cancel"},
    {Cancel, -4, "cancellation|cancelation|cancelling policy|fee|fees|charge"},
    {Faq, 4, "cancellation|cancelation policy|fee|fees|charge|charges", Topic::Price},
    {Cancel, -3,
     "cancel my? "
     "subscription|card|account|flight|membership|alarm|alarms|policy|insurance|loan"},

    // --- Reschedule.
    {Reschedule, 6, "reschedul*|reagendar|reagende|reprogram*"},
    {Reschedule, 8, "re schedul*"},
    {Reschedule, 6,
     "move|change|switch|push|bump|shift|postpone|delay|swap|modify|adjust|amend|alter|"
     "update|edit|mover|cambiar|posponer|aplazar|changing|moving|pushing ... <visit>"},
    {Reschedule, 4,
     "move|push|bump|shift|slide|mover|cambiar .. it|that|us|me|him|lo|la .. "
     "to|back|up|earlier|later|forward|from|out|para"},
    {Reschedule, 4, "<visit> .. changed|moved|pushed|switched|bumped"},
    {Reschedule, 4, "postpone*|posponer|aplazar"},
    {Reschedule, 3,
     "change|move|switch|push|swap ... "
     "time|day|date|dates|friday|monday|tuesday|wednesday|thursday|saturday|sunday|tomorrow"},
    {Reschedule, 2.5,
     "different|another|later|earlier|other|new|better|otro|otra|mas .. "
     "time|day|date|slot|week|dia|hora|tarde|temprano"},
    {Reschedule, 2, "instead of"},
    {Reschedule, 4, "do|make|have|try|switch .. <day>|#|morning|afternoon instead"},
    {Reschedule, 4, "can't|cannot|cant|won't make <day> .. can|could|how|what|but"},
    {Reschedule, 2, "something came up"},
    {Reschedule, 2.5, "amendment*|amendments|changes|change .. to|on my|our|the"},
    {Reschedule, 2.5, "push|move .. back"},
    {Reschedule, 2.5, "come|do .. instead"},
    {Reschedule, -3, "change my? password|pin|name|address|language|card|volume|filter|filters"},

    // --- Schedule.
    {Schedule, 4.5,
     "schedule|book|reserve|set|setup|arrange|make|get|need|want|like|agendar|programar|reservar|"
     "hacer|sacar|quiero|necesito|fix|create|add|put|plan|organize .. up? .. <visit>"},
    {Schedule, 4, "like|want|need to have ... <visit>"},
    {Schedule, -4, "do|did|does i|we|my ... have|set|got|need"},
    {Schedule, -3,
     "when|what|where|is|show|list|tell|how .. my|the|our <visit>|meetings|appointments"},
    {Schedule, -3, "if|that|when i|we have .. <visit>"},
    {Schedule, 3.5, "schedul*|agendar|agende"},
    {Schedule, 3, "book|booking|reserve|reservar|reservation"},
    {Schedule, 3, "set .. up"},
    {Schedule, 7, "get|put|be|add|squeeze .. on your|the? schedule|calendar|books|list"},
    {Schedule, 2.5, "<visit>"},
    {Schedule, 3,
     "<want> ... <worker> ... "
     "come|look|out|fix|check|over|install|repair|help|venga|vengan|revise"},
    {Schedule, 3, "<worker> .. come|comes|look|stop|drop|swing .. out|over|by|at|to|and|take"},
    {Schedule, 3,
     "come|stop|swing|drop .. out|by|over .. "
     "and|to|today|tomorrow|look|fix|check|on|this|next|at|between"},
    {Schedule, 3, "send|get|have|mandar|manden|mande|enviar|envien .. <worker>"},
    {Schedule, 2.5,
     "<want> .. a|an|some|un|una "
     "<worker>|repair|estimate|quote|installation|replacement|service|cleaning"},
    {Schedule, 2.5,
     "need|want|like|have|get ... "
     "fixed|repaired|installed|replaced|cleaned|serviced|inspected|looked|checked|unclogged|snaked|"
     "moved|added|rewired|upgraded|hooked|arreglar|reparar|instalar"},
    {Schedule, 2.5,
     "need|want|looking|like to|for? "
     "fix|repair|install|replace|clean|service|inspect|check|unclog|snake|add|upgrade|rewire|hook"},
    {Schedule, 5,
     "any|have|next|first|earliest|got|soonest .. "
     "opening|openings|availability|available|slots|slot|times"},
    {Schedule, 3, "fit|squeeze|pencil|sign me|us|in .. in|up|down"},
    {Schedule, 2,
     "can|could|will|would <you> come|fix|repair|install|replace|help|look|check|send|do"},
    {Schedule, 1.5, "as soon as possible"},
    {Schedule, 1.5, "available|availability|openings"},
    {Schedule, 2.5, "que vengan|venga|manden|mande|revise|arreglen"},
    {Schedule, 2.5, "pueden|puede|podrian venir|mandar|arreglar|revisar|enviar"},
    {Schedule, 2, "let's|lets|i'll do|take|go .. <day>|#|morning|afternoon"},
    {Schedule, 1.5, "i'd|would prefer|like .. <day>|#|morning|afternoon"},
    {Schedule, 2.5,
     "try|about|do|make|possible|book|again .. for|it|at|on|the? .. "
     "<day>|#|morning|afternoon|evening"},
    {Schedule, 2.5, "i|we .. like|want|need to .. go|see|come|visit .. in|at|the|it|on|to|a"},
    {Schedule, 3, "can|could|would you .. schedule|book|arrange"},
    {Schedule, -2, "schedule|calendar .. look|like|today|full|clear"},

    // --- A problem said aloud is a wish for a visit.
    {Problem, 2.5,
     "<thing> ... leak*|drip*|clog*|broken|broke|stuck|backed|overflow*|running|cracked|frozen|"
     "noisy|loud|weak|flicker*|trip*|smell*|dead|noise|noises|gotea*|tapado|tapada|descompuest*|"
     "rusted|loose|humid|wet|dirty|gurgl*|jammed|bent|beep*|chirp*|rattl*|squeal*|bang*|discolor*"},
    {Problem, 2.5,
     "<thing> ... "
     "won't|wont|doesn't|doesnt|isn't|isnt|not|stopped|quit|can't|keeps|went|no|never|died|fell"},
    {Problem, 2.5,
     "no|low|bad|weak|dirty|brown|rusty|hard|clogged|broken|leaky|leaking|frozen|dripping|slow|"
     "noisy|running|blocked|backed|loose|dead|burst|cracked .. <thing>|pressure|airflow"},
    {Problem, 2.5,
     "install|replace|repair|fix|clear|unclog|clean|upgrade|add|move|instalar|reparar|arreglar|"
     "cambiar|destapar .. <thing>|alarm|ev"},
    {Problem, 2, "leak*|clog*|gotea*|fuga|goteras|tapado|tapada"},
    {Problem, 1.5,
     "not|isn't|stopped|won't|doesn't|no "
     "working|work|cooling|heating|draining|flushing|starting|start|turn|drain|flush|funciona|"
     "sirve"},
    {Problem, 1.5, "problem|problems|issue|issues|trouble|problema .. with|con"},
    {Problem, 2, "water bill .. high|up|doubled"},
    {Problem, 2, "blowing|blows .. warm|cold|hot|air"},
    {Problem, 2, "house|home|room|upstairs .. humid|hot|cold|warm|stuffy|freezing|isn't"},

    // --- Questions about the business.
    {Faq, 4,
     "what|your|are|business|office|opening|working|service|que hours|horario|horarios|hora",
     Topic::Hours},
    {Faq, 4, "what|que time|hora .. <you>? .. open|close|start|closing|opening|abren|cierran",
     Topic::Hours},
    {Faq, 4,
     "when|how late|are|is|do|will <you>|the|office|shop|store .. open|close|closed|closing",
     Topic::Hours},
    {Faq, 4,
     "are|is|do|will <you>|the|anyone|office .. open|closed|work|available|in .. on|at|during? .. "
     "<day>|weekends",
     Topic::Hours},
    {Faq, 4, "work|open .. <day>", Topic::Hours},
    {Faq, 3, "24 hours|hour|7|seven", Topic::Hours},
    {Faq, 3, "after hours", Topic::Hours},
    {Faq, 3, "how busy|crowded", Topic::Hours},
    {Faq, 4, "abren|cierran|abierto|abiertos|horario|horarios", Topic::Hours},
    {Faq, 2.5, "how much", Topic::Price},
    {Faq, 4.5,
     "how much .. do|does|would|will|is|are|to|for|it ... "
     "you|your|it|cost|charge|visit|service|fix|repair|install|estimate|call|come|replace|clean|"
     "run|<thing>|inspection|hour",
     Topic::Price},
    {Faq, 4.5, "cuanto|cuanta .. cuesta|cobran|cobra|sale|seria|vale|es", Topic::Price},
    {Faq, 3.5,
     "price|prices|pricing|cost|costs|rates|fee|fees|expensive|cheap|affordable|precio|precios|"
     "costo|cuesta|cobran|tarifa|discount|discounts|coupon|coupons|specials|promotions|ballpark|"
     "senior",
     Topic::Price},
    {Faq, 3.5, "what|what's|whats|hourly|is|your ... rate|charge|charges|cost|price|quote|run",
     Topic::Price},
    {Faq, 4.5, "free .. estimate|estimates|quote|quotes|consultation|consultations", Topic::Price},
    {Faq, 4, "do|does|would|will|is <you>|there ... charge|fee|charges", Topic::Price},
    {Faq, 4.5,
     "what|which|your|are|is|how .. "
     "area|areas|cities|towns|zip|zips|neighborhoods|counties|locations|far",
     Topic::ServiceArea},
    {Faq, 4.5, "service|coverage|serve|cover .. area|areas|radius", Topic::ServiceArea},
    {Faq, 4.5, "area|areas|where .. <you> .. serve|service|cover|work|operate|go|come",
     Topic::ServiceArea},
    {Faq, 4,
     "do|will|can|does|would|could <you> .. serve|cover|travel|drive|come|go|operate .. "
     "to|out|in|as|all",
     Topic::ServiceArea},
    {Faq, 3.5, "do|does <you> serve|cover|service", Topic::ServiceArea},
    {Faq, 3.5, "are <you> .. local|nearby|near|around", Topic::ServiceArea},
    {Faq, 4, "atienden|cubren|llegan|van|trabajan en|a|hasta", Topic::ServiceArea},
    {Faq, 4.5,
     "do|does <you> guys|also|even|still? "
     "fix|install|repair|handle|offer|provide|replace|clean|maintain|specialize|perform|service",
     Topic::Services},
    {Faq, 3, "do|does <you> guys|also|even|still? do|work|have|carry|sell|make|deal",
     Topic::Services},
    {Faq, 4,
     "what|which|list|other|all|kind|kinds|type|types of? .. services|work|jobs|brands|repairs",
     Topic::Services},
    {Faq, 4, "services .. <you> .. offer|provide|do|have", Topic::Services},
    {Faq, 3.5, "what do <you> .. do|offer|fix|sell", Topic::Services},
    {Faq, 3.5, "hacen|ofrecen|arreglan|reparan|instalan|servicios", Topic::Services},
    {Faq, 6,
     "accept|take|takes|acepta|aceptan|reciben ... "
     "card|cards|cash|check|checks|credit|debit|venmo|zelle|paypal|payment|payments|insurance|"
     "tarjeta|tarjetas|efectivo|cheque|amex|visa|crypto|bitcoin|reservations|texts",
     Topic::Payment},
    {Faq, 3.5, "financing|payments|venmo|zelle|finance|financiamiento|pagos|pagar|installments",
     Topic::Payment},
    {Faq, 3.5, "payment|pago plan|plans|options|methods|forms|method", Topic::Payment},
    {Faq, 3, "pay|paying .. online|by|with|later|upfront|over|deposit|monthly|when",
     Topic::Payment},
    {Faq, 3, "how|when|where|can .. do|can|should|i|we pay", Topic::Payment},
    {Faq, 3, "insurance claim|claims|cover", Topic::Payment},
    {Faq, 4.5,
     "licensed|bonded|insured|certified|certificate|certifications|certification|accredited|"
     "licencia|asegurados|seguro|background|epa|credentials|qualified",
     Topic::LicenseInsurance},
    {Faq, 4, "license|liability|licence .. number|insurance", Topic::LicenseInsurance},
    {Faq, 3, "have|carry|your .. license|insurance", Topic::LicenseInsurance},
    {Faq, 4.5, "warranty|warranties|guarantee*|garantia|garantias|guaranteed|guaranty",
     Topic::Warranty},
    {Faq, 4, "stand behind", Topic::Warranty},
    {Faq, 4.5, "form|forms|method|methods|type|types|kind|kinds of payment|payments",
     Topic::Payment},
    {Faq, 4.5, "when|what .. time|day? .. my|our .. <visit>", Topic::Eta},
    {Faq, 3.5, "something .. goes|breaks|happens|wrong .. wrong|again|after|with", Topic::Warranty},
    {Faq, 3.5, "what if .. breaks|fails|goes|happens", Topic::Warranty},
    {Faq, 4.5,
     "how soon|quick|quickly|fast|long|late .. can|until|before|till|will|would|is|you|for|does|do "
     "... you|<worker>|someone|he|she|they|it|get|come|here|wait|arrive|take",
     Topic::Eta},
    {Faq, 4.5,
     "when|what|where .. time|can|will|is|are|should|would|could? .. <worker>|he|she|they|you "
     "get|gets|getting|arrive|arriving|be|coming|come|show|here|there|send|make|expect",
     Topic::Eta},
    {Faq, 4.5, "where|where's|wheres .. is|are|the|my|our .. <worker>|driver|van|truck",
     Topic::Eta},
    {Faq, 4, "eta|arrival|arrive|arriving", Topic::Eta},
    {Faq, 3.5, "on|his|their|the|your way", Topic::Eta},
    {Faq, 3.5, "running late", Topic::Eta},
    {Faq, 3.5, "cuando|cuanto|que ... llega|llegan|tarda|tardan|viene|vienen", Topic::Eta},
    {Faq, 3, "same day|next", Topic::Eta},
    {Faq, 3.5, "still .. coming", Topic::Eta},
    {Faq, 4.5,
     "where are|is|r <you>|the|office|shop|store located|based|at|office|shop|store|location",
     Topic::Location},
    {Faq, 4, "where's|wheres your|the office|shop|store|showroom|location", Topic::Location},
    {Faq, 3, "located|showroom|ubicados|ubicacion", Topic::Location},
    {Faq, 4,
     "your|their|property's|the|its office|company|business? .. "
     "address|phone|number|website|email|location|hours|rating|ratings|reviews",
     Topic::Location},
    {Faq, 3.5, "how long|years .. been|in .. business|around|doing"},
    {Faq, 3,
     "reviews|ratings|references|hiring|careers|apprenticeship|founded|testimonials|apprentice|"
     "internship"},
    {Faq, 3, "your|you .. rated|rating|owned|reviews|license|team|company|website"},
    {Faq, 3,
     "are <you> .. any|good|hiring|family|veteran|franchise|owned|local|reliable|trustworthy"},
    {Faq, 3, "can|could i work|apply"},
    {Faq, 3, "what happens when|after|if|during|next"},
    {Faq, 1, "question|questions|wondering|pregunta|information|info"},
    {Faq, 2, "reminder .. call|text|before"},
    // --- A person.
    {SpeakToHuman, 6,
     "speak|talk|talking|speaking|chat|discuss|connect*|transfer*|put|get|pass|reach|patch|give|"
     "hablar|"
     "hable|comunicar|comunique*|comuniqueme|pasar|paseme|transfier* .. "
     "to|me|with|through|us|con|a? .. "
     "<human>|someone|somebody|people|office|staff|real|live|alguien|department|anyone|team|"
     "executive|else"},
    {SpeakToHuman, 4, "customer executive|care|support|service|agent"},
    {SpeakToHuman, 4, "someone|anyone|somebody .. to talk|speak"},
    {SpeakToHuman, -3, "<human> .. about|estate|for .. status|claim"},
    {SpeakToHuman, 5, "real|live|actual|breathing|another .. <human>|someone"},
    {SpeakToHuman, 4, "human|operator|representative|representante|operadora|humano"},
    {SpeakToHuman, 3,
     "manager|supervisor|receptionist|customer|agent|rep|gerente|agente|dispatch|person service?"},
    {SpeakToHuman, 3.5, "customer service|care|support"},
    {SpeakToHuman, 3.5, "get|have|find someone|somebody .. to? help|else"},
    {SpeakToHuman, -3, "get|have|find someone|somebody .. check|look|fix|come"},
    {SpeakToHuman, 3.5, "someone|somebody else"},
    {SpeakToHuman, 3,
     "bot|robot|machine|computer|ai|automated .. "
     "stupid|useless|dumb|terrible|sucks|wrong|hate|sick|no|not"},
    {SpeakToHuman, 3.5,
     "not|don't|hate|stop|no|tired|sick .. talking|talk|want|speak|with|to|like|of|do|deal|trust "
     "... robot|robots|machine|machines|bot|bots|computer|computers|recording|recordings|ai"},
    {SpeakToHuman, 4, "who's|who is? in charge"},
    {SpeakToHuman, 4, "quien esta|es a|el cargo|encargado|jefe"},
    {SpeakToHuman, 4, "put|get him|her|them|<human> on the? line|phone|$"},
    {SpeakToHuman, 4,
     "get|give|put|find|want|need .. lady|guy|man|woman|girl|gal|fella|gentleman .. "
     "desk|office|charge|phone"},
    {SpeakToHuman, 3.5, "stupid|dumb|useless bot|robot|machine|computer|ai"},
    {SpeakToHuman, 3, "this|it .. going|getting nowhere|anywhere"},
    {SpeakToHuman, -4, "are|r you .. human|person|robot|bot|real|machine|ai|computer"},
    {OutOfScope, 4, "are|r you .. human|person|robot|bot|real|machine|ai|computer"},

    // --- A message.
    {LeaveMessage, 6,
     "leave|take|give|pass|relay|deliver|dejar|dejo|deje|dejarle ... "
     "message|voicemail|note|mensaje|recado"},
    {LeaveMessage, 3, "message|mensaje|recado|voicemail"},
    {LeaveMessage, 4,
     "let|tell|dile|digale .. him|her|them|the|owner|<human>|mike|know|que .. "
     "know|that|i|called|to|que"},
    {LeaveMessage, 4,
     "have|ask|tell|get .. him|her|them|owner|manager|someone|somebody|<human> .. "
     "call|give|return|contact|ring .. me|back|us|my"},
    {LeaveMessage, 4, "call|ring|phone me|us back|when|later"},
    {LeaveMessage, 3.5, "return my call"},
    {LeaveMessage, 4, "que me llame|llamen|marque|regrese"},
    {LeaveMessage, 3.5, "pass .. along|on"},

    // --- Again, please.
    {Repeat, 5,
     "repeat|repeating|repita|repite|repetir|repitalo|repites|rephrase|reiterate|replay|retry|"
     "recap"},
    {Repeat, -5, "you|u don't|didn't|do|did|not not? .. get|understand|hear|listen|got|understood"},
    {Repeat, -4, "repeat .. event|every|daily|weekly|this|music|song|alarm|meeting"},
    {Repeat, 4, "again|further|more|please|once .. clarify|elaborate|explain|elaborated"},
    {Repeat, 4,
     "not|wasn't|isn't|unclear .. clear|clearly|about .. what|you|your|said|to|me|about"},
    {Repeat, 4, "do it|that again"},
    {Repeat, 4.5,
     "i|we|could|can|did|do|not couldn't|didn't|not|don't|can't .. "
     "understand|hear|get|catch|follow .. this|you|your|it|that|what|answer"},
    {Repeat, 5,
     "say|tell|hear|said|speak|spoke|spoken|explain|spell|read|state|ask ... again|more|once|over"},
    {Repeat, 5,
     "you|it|call|line|signal|that|phone .. cut|cuts|cutting|broke|breaks|dropped|faded|froze "
     "out|up|off"},
    {Repeat, 4, "one|once more time?"},
    {Repeat, 4, "one more time"},
    {Repeat, 5, "come again"},
    {Repeat, 4, "pardon|perdon|mande|perdone"},
    {Repeat, 5,
     "what|que did|was|were|do|dijo|dijiste you|that|it|your .. "
     "say|said|saying|again|question|last|mean"},
    {Repeat, 5, "what|que dijo|dijiste|was|were that|say"},
    {Repeat, 5,
     "didn't|did|couldn't|could|can't|don't|not|barely|no|hard|cannot|missed not? .. "
     "hear|catch|get|understand|follow|heard|make|entendi|entiendo|escuche|oigo|oi|understanding "
     ".. you|that|it|what|$|last|said|bien|out"},
    {Repeat, 4, "louder|slower|speak|talk|slow up|down|slowly|slower|louder"},
    {Repeat, 4, "mas despacio|fuerte|lento"},
    {Repeat, 5, "como|que dijo|dijiste"},
    {Repeat, 4, "elaborate|clarify|rephrase|clearer|otra vez"},
    {Repeat, 4, "not|wasn't|isn't|am|so .. clear"},
    {Repeat, 4, "^ again please? $"},
    {Repeat, 4, "^ what|huh|eh|sorry|como|mande|que|excuse $"},
    {Repeat, 3.5, "^ excuse|i'm|im me|sorry $"},
    {Repeat, 3.5, "start|go|try over|again|back|once|that"},
    {Repeat, 4, "otra vez|de nuevo"},
    {Repeat, 4.5, "volver|vuelva|vuelve a decir|decirlo|decirme|decirmelo|repetir|repetirlo|leer"},
    {Repeat, 3.5, "explain .. me|that|more|further|please|it|what|your|about"},
    {Repeat, 3, "what .. mean"},

    // --- The end.
    {Goodbye, 5, "bye|goodbye|byebye|ciao|adios|byee|goodnight|bubye"},
    {Goodbye, 4, "good bye|night"},
    {Goodbye, 4.5, "hasta luego|pronto|manana|la"},
    {Goodbye, 4, "see|talk|speak|catch to? you|ya .. later|soon|then|around|tomorrow|monday"},
    {Goodbye, 4,
     "have|enjoy|buen|buena|que|nice|good .. "
     "good|great|nice|wonderful|blessed|lovely|awesome|your|amazing|fantastic|peaceful|perfect|"
     "fine|"
     "pleasant|dia|tenga? .. day|one|night|weekend|evening|rest|afternoon|dia|holiday"},
    {Goodbye, 4.5,
     "good|great|nice|pleasure|lovely|glad .. talking|to|chatting|speaking|conversation .. "
     "talk|talking|you|with|speak|chat|$"},
    {Goodbye, 4, "nice|good|great|lovely conversation|chat|talk"},
    {Goodbye, 4, "disconnect|disconnecting"},
    {Goodbye, 4, "^ nice|good|great day $"},
    {Goodbye, 4, "see you again|there"},
    {Goodbye, 3.5, "take care"},
    {Goodbye, 4.5, "toodle|toodles|toodleoo|cheerio"},
    {Goodbye, 4.5, "le|te|les vaya bien|bonito"},
    {Goodbye, 3.5, "gotta|got|need|have|am|i'm to? go|run|leave|leaving|going|get now|going?"},
    {Goodbye, 3.5, "hang|hanging|end|ending up|the? call|conversation"},
    {Goodbye, 3, "later|laters|cheers|farewell|nos vemos $"},
    {Goodbye, 3, "talk|speak later|soon"},
    {Done, 4,
     "that's|thats|that|it's|eso|this .. all|it|everything|todo for? .. "
     "i|now|today|thanks|thank|needed|need|$"},
    {Done, 3.5, "that's|thats|that|eso will|would|should|es .. be|do|todo it?|all?"},
    {Done, 4, "nothing|none|nada else|more|mas|further|now|right|today"},
    {Done, 3.5, "^ nothing|nada"},
    {Done, 3.5, "^ that's|thats|that is? it|all|enough|everything"},
    {Done, 3.5, "that's|thats|it|that is? .. enough"},
    {Done, 3.5, "no|any|all|my more|further|other? queries|questions"},
    {Done, 3.5, "i'm|im|we're|all .. done|good|set|finished .. thanks|thank|now|here|$"},
    {Done, 3.5, "no|any more|further|other questions|help|queries|requests|question"},
    {Done, 3, "all|everything .. done|set|good|need"},
    {Done, 3, "don't|not need|require anything|any|further|more"},
    {Thanks, 2.5, "thank*|thanks|thanx|thx|gracias|appreciate|thankyou|appreciated"},
    {Thanks, 1.5,
     "great|good|nice|excellent|amazing|awesome|wonderful|brilliant|fantastic "
     "job|work|help|answer|one"},
    {Greeting, 2, "^ hi|hello|hey|hola|hiya|howdy|greetings"},
    {Greeting, 2, "good morning|afternoon|evening|day"},
    {Greeting, 2, "buenos|buenas dias|tardes|noches"},
    {Greeting, 2.5, "how are|is you|it|things|everything"},

    // --- Yes and no.
    {Affirm, 4,
     "^ "
     "yes|yeah|yep|yup|yah|yea|ye|yess|yeees|yeap|yesss|si|claro|correct|correcto|absolutely|"
     "definitely|affirmative|certainly|exactly|exacto|indeed|ya|yas|yeh|totally|surely|sip|aye|"
     "yessir|yess|yuh|simon"},
    {Affirm, 3,
     "^ "
     "sure|ok|okay|k|kk|alright|right|perfect|perfecto|great|fine|cool|good|vale|bueno|sale|dale|"
     "true|agreed|excellent|awesome|aight|orale|fantastic|wonderful|lovely|okey|oke|okie|listo|"
     "cierto|deal|bet"},
    {Affirm, 2.5,
     "yes|yeah|yep|yup|si|correct|absolutely|definitely|exactly|perfectly|correctly|affirmative|"
     "correcto"},
    {Affirm, 4,
     "that|that's|thats|that'll|it|it's|its|this|you|you're|you've|everything|sounds|all|looks|"
     "which|esta|"
     "eso|is .. "
     "right|correct|perfect|good|great|fine|perfectly|correctly|fantastic|nice|true|ok|okay|works|"
     "work|bien|wonderful|lovely|excellent|perfecto|cool|accurate|helpful|spot|confirmed|better"},
    {Affirm, 4,
     "sounds|looks|works|seems .. "
     "good|great|fine|perfect|right|for|ok|okay|lovely|wonderful|nice|correct|well|awesome|like|"
     "to"},
    {Affirm, 4, "that|that'll|this|it|time|date|day .. works|work|do|suits|fits"},
    {Affirm, 3.5, "go|goahead|gohead|proceed|please|adelante ahead|do|with|on|it|confirm|continue"},
    {Affirm, 3.5, "^ proceed|confirm|confirmed|confirmo|continue|adelante|goahead"},
    {Affirm, 3.5, "let's|lets do|go|book .. it|that|with|for|ahead"},
    {Affirm, -4, "do .. later|another"},
    {Deny, 3.5, "do .. later|another .. time?"},
    {Affirm, 3, "book|do|confirm|schedule|reserve|take it|that please|then|for|$"},
    {Affirm, 3, "^ please $"},
    {Affirm, 3.5, "please do"},
    {Affirm, -4, "right now|away|there|here"},
    {Affirm, 3, "i agree"},
    {Affirm, 3, "not a problem"},
    {Affirm, 3, "makes sense"},
    {Affirm, 3, "done .. right|perfectly|correctly|good|well"},
    {Affirm, 3, "understanding|understood .. exact|exactly|right|correct|perfect"},
    {Affirm, 3.5, "of|por course|supuesto"},
    {Affirm, 3.5, "de acuerdo"},
    {Affirm, 3.5, "esta bien"},
    {Affirm, 3.5, "asi es"},
    {Affirm, 3.5,
     "you got|have|understood|did .. it|right|perfectly|me|that|correctly|my|gotten|well"},
    {Affirm, 3, "uh|mm|mhm|uhhuh|mmhm hmm|huh|uh"},
    {Affirm, 3, "^ mhm|uhhuh|mmhmm|uh huh?"},
    {Affirm, 5, "no problem|problema|worries"},
    {Deny, -6, "no problem|problema|worries"},
    {Affirm, 3, "^ i|it|we|they|he|she do|is|am|would|are|have|can|did|does|will|was $"},
    {Affirm, 3, "why not"},
    {Affirm, 3, "i know|think|believe|agree|understand .. is? true|right|correct|so"},
    {Affirm, 2.5, "my pleasure"},
    {Affirm, 3, "by all means"},
    {Affirm, 4, "you bet|betcha"},
    {Affirm, 4, "^ yessiree|yessir|yesiree|yassir"},
    {Affirm, 4, "works|worked a treat|charm|dream"},
    {Affirm, -5,
     "not|isn't|isnt|wasn't|don't|doesn't|didn't|never|no|didn't|won't .. "
     "right|correct|good|true|perfect|perfectly|work|works|fine|so|it|great|correctly|accurate|"
     "well|sure|okay|me|understand"},
    {Deny, 4.5,
     "^ "
     "no|nope|nah|naw|negative|negativo|incorrect|wrong|incorrecto|nay|noo|nooo|nop|nel|never|"
     "false|falso|hardly"},
    {Deny, 3, "^ not|actually|wait|don't|dont|stop|enough|none|neither|ninguno"},
    {Deny, 4.5,
     "not|isn't|isnt|wasn't|don't|doesn't|didn't|never|no|won't|cannot|can't|aren't|weren't .. "
     "right|correct|good|true|perfect|perfectly|work|works|fine|great|correctly|accurate|okay|"
     "really|exactly|quite|interested|proper|bien|necessary"},
    {Deny, 5, "you|u don't|didn't|do|did|not not? .. get|understand|hear|listen|got|understood"},
    {Deny, 4, "not the|my|a|what .. answer|one|right|thing|case|i"},
    {Deny, 4.5, "^ definitely|absolutely|certainly|probably|of|surely|maybe course? not"},
    {Deny, 4, "i'd|i|would|am|i'm|me say|saying|said|say no|not"},
    {Deny, 3.5, "negatory|mistakes"},
    {Deny, 3.5, "^ sorry no|not"},
    {Deny, 3.5, "later|another|other|some .. time|date|on|then|maybe|$"},
    {Deny, 3.5, "maybe|possibly|perhaps later|another|some"},
    {Deny, 3, "hold off|on"},
    {Deny, 3, "let me think|check|see|ask"},
    {Deny, 3, "think about it"},
    {Deny, 3, "don't|doesn't know|matter yet?"},
    {Deny, 2.5, "change|switch|move it|that|the .. to|for"},
    {Deny, 2.5, "can|could|would you change|make|try|do|move|book .. it|for|at|the|that|to .. #"},
    {Deny, 2.5, "would be|work better"},
    {Deny, 2.5, "i want|would|i'd|prefer|meant|mean like|on|it|to? .. #|<day>"},
    {Deny, 3.5,
     "not|i'd|would|rather .. "
     "yet|now|today|really|interested|exactly|quite|thanks|thank|rather|not"},
    {Deny, 4,
     "that's|thats|that|it's|its|it|this|you|is|was|you're|think|esta .. "
     "not|wrong|false|incorrect|mal|untrue|mistake|mistaken|isn't|lie|inaccurate"},
    {Deny, 3.5, "wrong|incorrect|mistake|incorrectly|mistaken|misunderstood|misheard"},
    {Deny, 4.5, "can't|cannot|cant|couldn't|won't do|make|swing|manage that|it|then"},
    {Repeat, -4, "can't|cannot|cant|couldn't|won't do|make|swing|manage that|it|then"},
    {Deny, 4.5, "no can do"},
    {Deny, 4.5, "won't|not|ain't|isn't gonna|going|go? to? fly|work"},
    {Deny, 4, "dia|hora|fecha|ese|esa|entonces no puedo|podemos|podria|podriamos"},
    {Deny, 4, "eso|asi no es? correcto|cierto|verdad?"},
    {Deny, 3.5, "that|that's|day|day's|time|it|it's is? bad|rough|tough|no for|day|good"},
    {Deny, 3.5, "no thanks|thank|gracias|thanx|thankyou|thanku|sir|ma'am|way"},
    {Deny, 3, "changed|change my? mind"},
    {Deny, 3, "something|someone|other else|different"},
    {Deny, 3, "asked|meant|said .. for? something|different|else|not"},
    {Deny, 3, "para nada"},
    {Deny, 3, "make|try it|that|for|instead .. #|<day>|at|for|on"},
    {Deny, 2.5, "how|what about"},
    {Deny, 2.5, "instead|rather"},
    {Deny, 7, "absolutely|definitely|certainly|course|supuesto|claro|probably que? not|no"},
    {Deny, 3,
     "i|we don't|doubt|disagree|can't|won't|didn't|do|did|wouldn't|cannot not? .. "
     "think|so|it|want|believe|that|like $"},
    {Unsure, 3.5, "maybe|perhaps|unsure|possibly|quizas|tal|depende|depends"},
    {Unsure, 4,
     "not|don't|dont|no|i'm|can't|couldn't .. "
     "sure|know|certain|remember|idea|clue|say|se|recuerdo"},
    {Unsure, 2.5, "could|might be"},
    {Unsure, 2.5, "either|whatever|whichever|any .. one|works|is|of|fine"},

    // --- The owner asks about their own book.
    {OwnerQuery, 5,
     "what|what's|whats|how|show|list|read|tell|give|any|check|open|who|who's|which|que|cuantas|"
     "cuantos|cual|muestrame|leeme|dame|text|send|view|see|find|pull|look|summarize|review|display|"
     "get ... on|is|my|the|are|our|for|of|mi|mis|about|up|all ... <calendar>"},
    {OwnerQuery, 4,
     "on|in|for|is|check|does|about|de|read my|our|mi|todays|today's|tomorrow's|this|the .. "
     "schedule|calendar|agenda|calender|day|route|week|plate|plan|plans|itinerary|docket"},
    {OwnerQuery, 6,
     "do|did|does i|we .. have|need|got|set ... "
     "<calendar>|<visit>|anything|free|time|plans|date|party|today|tomorrow|tonight|on|next|this|"
     "game|pick"},
    {OwnerQuery, 5,
     "what|when|where|what's|whats|who .. do|did|am|for|is|are i|we .. "
     "have|meet|doing|meeting|supposed|need|scheduled|planned|next"},
    {OwnerQuery, 5, "if i|we have .. <calendar>|<visit>"},
    {OwnerQuery, 5, "my|our|the|weekly|daily day|week|weekly|daily plan|plans|agenda|schedule"},
    {OwnerQuery, 5,
     "what|which|any|show|list .. events|meetings|appointments|jobs|visits .. "
     "are|do|today|this|next|on|coming|tomorrow|i|in|for|all|happening|with"},
    {OwnerQuery, 5, "is|are .. aware of ... <calendar>"},
    {OwnerQuery, 4, "is the|there|my .. this|today|tomorrow|on <day>|weekend|week|month"},
    {OwnerQuery, 4.5,
     "tell|inform|remind|update|brief .. me|us .. about|of|on .. my|the|today's|tomorrow's "
     "<calendar>"},
    {OwnerQuery, 5,
     "have|had .. my|our|a .. <calendar>|notification|reminder set|on|scheduled|calendar"},
    {OwnerQuery, 5,
     "am i|we .. free|busy|booked|available|scheduled|open|doing|meeting|working|clear"},
    {OwnerQuery, 5, "did|has|have anybody|anyone|somebody|someone book|booked|scheduled me|us"},
    {OwnerQuery, 5,
     "tengo|tenemos algo|nada|citas|trabajos|visitas .. "
     "apuntado|apuntada|apuntadas|agendado|agendadas|programado|programadas|anotado"},
    {OwnerQuery, 4.5,
     "my|our|next|first|last|todays|today's|tomorrow's|upcoming|remaining "
     "jobs|job|calls|stops|appointments|route|meetings|events|schedule|calendar|day|agenda|"
     "emergencies"},
    {OwnerQuery, 4,
     "how many|much ... jobs|appointments|calls|meetings|visits|emergencies|bookings|events|stops"},
    {OwnerQuery, 4.5,
     "when|what|where|what's|how|is|time ... my|the|our .. "
     "meeting|event|party|anniversary|game|lunch|dinner|doctor|conference|gig|wedding|birthday|"
     "meetings|call|match .. with|for|on|start|tomorrow|today|at|$|scheduled"},
    {OwnerQuery, 4.5,
     "who|who's|whose|anyone|anybody|anything .. "
     "is|coming|do|am|up|on|scheduled|booked|planned|happening|going .. "
     "next|first|tomorrow|today|scheduled|on|i|the|for|this"},
    {OwnerQuery, 4.5,
     "que|cuantas|cuantos ... tengo|hay|citas|trabajos|agenda .. "
     "hoy|manana|para|la|el|lunes|semana|citas|trabajos|agendado"},
    {OwnerQuery, 4,
     "what .. happening|going|coming|planned|scheduled|plan|plans|next .. "
     "on|up|for|today|tomorrow|this|tonight|after|to"},
    {OwnerQuery, 3.5,
     "text|send|sms|mandame|enviame .. it|me|summary|that|schedule .. "
     "to|summary|schedule|list|por"},
    {OwnerQuery, 3, "just|only .. emergencies|emergency"},
    {OwnerQuery, 4.5,
     "any|anything|which|how|many .. emergencies|urgent .. today|tomorrow|this|tonight|on|<day>"},
    {OwnerQuery, 4, "^ what's|whats|what|who's|who is? next $"},
    {OwnerQuery, 5,
     "what|who|where|how does|is|do .. have|got|doing|seeing|working|scheduled|booked .. "
     "today|tomorrow|on|<day>|next|this|at|$"},
    {OwnerQuery, 6, "when|what|where .. my|our .. <visit>|job|<calendar> with"},
    {OwnerQuery, 5,
     "mandame|enviame|leeme|dime|muestrame|dame .. agenda|citas|trabajos|calendario"},
    {OwnerQuery, 4.5, "rest of .. today|day|week|my|the"},

    // --- Words of the trade.
    {TradeWord, 2, "<trade>"},
    {TradeWord, 2, "water heater|softener|main|line|pressure|pump"},
    {TradeWord, 2, "hot|no|low|brown|rusty water"},
    {TradeWord, 2, "heat|air pump|handler|conditioner|filter|filters|conditioning"},
    {TradeWord, 2, "ceiling|exhaust|bathroom|attic fan|fans"},
    {TradeWord, 2, "light fixture|switch|fixtures"},
    {TradeWord, 2, "gas line|lines"},
    {TradeWord, 2, "tune up"},
    {TradeWord, 2, "service call|visit|calls|area|areas|contract|fee"},
    {TradeWord, 2, "my|the|our ac"},
    {TradeWord, 2, "aire acondicionado"},

    // --- Not our business.
    {OutOfScope, 4.5, "<foreign>"},
    {OutOfScope, 2.5, "<foreign_loose>"},
    {OutOfScope, 4,
     "ignore|disregard|forget .. previous|prior|all|your|above .. "
     "instructions|prompt|rules|prompts"},
    {OutOfScope, 4, "system|admin|developer|debug prompt|mode"},
    {OutOfScope, 4, "pretend|roleplay|act .. you|as|like"},
    {OutOfScope, 3, "who|what|how .. made|created|old|name|old are|you|your|is"},
    {OutOfScope, 3, "what .. is|are the|a|an"},
    {OutOfScope, 3, "who .. is|was|won|invented|wrote|directed|are"},
    {OutOfScope, 2.5, "tell me a|about|the|how|something"},
    {OutOfScope, 2.5,
     "play|turn|set|remind|order|buy|add|delete|search|google|translate|convert|calculate|find|"
     "track|share|record|sync|spell|post|text|check|print|pay|download .. "
     "the|me|my|some|a|on|off|up|down|to|for|how|from"},
    {OutOfScope, 2.5, "how do|does|to|can i|you|a|the|get|make|people|we"},
    {OutOfScope, 2, "why is|are|do|does|did|was|has|have|can't"},
    {OutOfScope, 2, "is|was|has|did|does the|there|it|a|my"},
    {OutOfScope, 2.5,
     "find|show|give|get|tell|look|compare|search|read|explain me? .. "
     "the|a|some|up|best|all|top|about|latest"},
    {OutOfScope, 3,
     "my "
     "card|account|order|phone|package|money|transaction|refund|statement|application|claim|"
     "profile|ticket|seat|bank|gym|dog|cat|kid|friend|girlfriend|boyfriend|mom|class|teacher|"
     "doctor|flight|list"},
    {OutOfScope, 2.5, "i|we|you have|am|was|want|need|like|think|know|will|got|already|just|would"},
};

}  // namespace

std::span<const ActPhrase> act_phrases() {
  return rows;
}
std::span<const WordClass> act_classes() {
  return classes;
}

}  // namespace callwright::language
