#include "language/hazards/tables.h"

namespace callwright::language::hazards {
namespace {

constexpr CuePhrase rows[] = {
    {Cue::Past,
     "last|past|previous|pasado|pasada "
     "week|month|year|years|summer|winter|spring|fall|season|time|semana|mes|ano|invierno|verano|"
     "january|february|march|april|may|june|july|august|september|october|november|december"},
    {Cue::Past,
     "last|past|previous week's|month's|year's|summer's|winter's|spring's|fall's|season's "
     "leak|leaks|fire|flood|flooding|storm|freeze|damage|scare"},
    {Cue::Past, "semana|mes|ano pasado|pasada"},
    {Cue::Past,
     "week|weeks|month|months|year|years|decade|decades|semanas|meses|anos ago|back|atras"},
    {Cue::Past, "hace .. semanas|meses|anos|ano|mes"},
    {Cue::Past, "in|back 198*|199*|200*|201*|202*"},
    {Cue::Past, "previously|formerly|historically|history"},
    {Cue::Past, "old leak|leaks|fire|flood|damage"},
    {Cue::Past,
     "neighbor|neighbors|neighbor's|neighbors'|friend|friends|friend's|coworker|cousin|sister|"
     "brother .. had"},
    {Cue::Past, "back in"},
    {Cue::Past, "last|old|former|first|other|parents house|home|apartment|place|condo|rental"},
    {Cue::Past, "in|during the spring|winter|fall|summer|autumn|freeze of? 201*|202*|$"},
    {Cue::Past,
     "had|was|were|got|happened|found|lost ... "
     "in|during|over the early|late|past? spring|winter|fall|summer|autumn"},
    {Cue::Past,
     "in|of|en "
     "january|february|march|april|may|june|july|august|september|october|november|december|enero|"
     "febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"},
    {Cue::Past, "as a kid|child|boy|girl|teenager|baby"},
    {Cue::Past, "in the? seventy|eighty|ninety .. one|two|three|four|five|six|seven|eight|nine"},
    {Cue::Past, "in the? seventies|eighties|nineties"},
    {Cue::Past,
     "saved|helped|rescued|bailed us|me|him|her|them out? .. when|after|during|with "
     "that|the|our|my "
     "time?"},
    {Cue::Past, "in the past i|we|he|she|they|it|there|the|my|our|$"},
    {Cue::Past, "en el pasado"},
    {Cue::Past, "while|time|lifetime ago|back"},
    {Cue::Past, "had|have|saw|got|seen ... once $"},
    {Cue::Past, "once|one time? had|saw|got|was|were|smelled|experienced|found"},
    {Cue::Past, "una vez tuve|tuvimos|hubo|tuvo|paso"},
    {Cue::Past, "tuve|tuvimos|hubo|tuvo ... una|aquella vez|ocasion $"},
    {Cue::Past,
     "before|until|antes de? i|we|he|she|they|i'd|we'd|que? .. "
     "moved|bought|rented|owned|lived|purchased|closed|inherited|mudaramos|mudarme|mudarnos|"
     "compraramos|comprar"},
    {Cue::Past, "i|we|still remember|recall|recuerdo when|having|cuando"},
    {Cue::Past, "cuando era|eramos|vivia|viviamos|compre|compramos"},
    {Cue::Past,
     "last|previous|former|prior|old tenant|tenants|owner|owners|renter|renters|people .. "
     "had|caused|told|reported|mentioned"},
    {Cue::Past,
     "saw|seen|heard|read|watched ... on|in|about the? "
     "tv|television|news|youtube|tiktok|facebook|internet|movie|paper|radio|online"},
    {Cue::Past,
     "in|of twenty ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
     "nineteen|twenty"},
    {Cue::Past, "en|desde|del dos mil"},
    {Cue::Past,
     "few|couple|several|some|many|two|three|four|five|six|ten of? "
     "weeks|months|years|winters|summers|seasons ago|back|earlier|prior"},
    {Cue::Past, "years|months|ages|decades .. back|ago|earlier|before"},
    {Cue::Past, "of|during|since|en 198*|199*|200*|201*|202*"},
    {Cue::Past, "long|ages|years|months ago|before|back"},
    {Cue::Past, "hace .. semana|mes|ano|anos|meses|tiempo"},
    {Cue::Past, "back when"},
    {Cue::Past, "when i|we was|were|lived|moved|bought"},
    {Cue::Past, "prior|previous|old owner|owners|house|tenant|apartment"},

    {Cue::Recent, "yesterday|earlier|ayer|antier|anoche"},
    {Cue::Recent, "last night|evening|weekend"},
    {Cue::Recent, "other day|night|week"},
    {Cue::Recent, "day|days ago"},
    {Cue::Recent, "hace dias|rato"},

    {Cue::Now,
     "just|suddenly burst|broke|snapped|started|blew|caught|fell|found|noticed|smelled|saw|heard|"
     "popped|exploded|cracked|came|got|lost|happened|flooded"},
    {Cue::Now, "now|currently|today|ahora|actualmente|hoy|ahorita|happening|presently"},
    {Cue::Ongoing,
     "still|again|todavia|sigue|siguen|aun|keeps|continues|won't|wont|restarted|worse"},
    {Cue::Ongoing,
     "i've|we've|they've|have|has been? "
     "had|having|smelled|smelling|noticed|seen|heard|leaking|flooding|sparking|burning ... "
     "since|for|all"},
    {Cue::Ongoing, "otra vez"},
    {Cue::Ongoing, "for|over the past|last"},
    {Cue::Ongoing, "came|coming|comes|is|it's back"},
    {Cue::Ongoing, "started|starts|starting .. again|up|back"},
    {Cue::Past,
     "thanks|thank|appreciate|grateful|gracias ... "
     "coming|getting|helping|fixing|saving|responding|help|work|venir|ayudar* ... "
     "when|with|after|cuando|con"},
    {Cue::Past,
     "neighbor's|neighbors|neighbors'|friend's|sister's|brother's|cousin's|coworker's|aunt's|uncle'"
     "s house|place|home|basement|apartment|condo|kitchen|garage ... so i|we|i'd|we'd "
     "want|wanted|would|like|thought|figured"},
    {Cue::Past,
     "vi|vimos|lei|leimos|escuche|oi ... en|por la|las|el|los? "
     "noticias|noticiero|tele|television|periodico|internet|radio"},
    {Cue::Ongoing, "desde hace|ayer|anoche|antier|la|las|el|esta"},
    {Cue::Past,
     "calling|call|called|question|questions|email|send|copy|paid|pay|llamo "
     "about|for|regarding|on|of|por ... "
     "invoice|claim|receipt|paperwork|statement|balance|factura|recibo|reclamo"},
    {Cue::Past,
     "call|called|email|send|calling me|you|us|him about|for|regarding|on ... "
     "invoice|claim|receipt|paperwork|statement|balance"},
    {Cue::Past,
     "vecino|vecina|vecinos|amigo|amiga|primo|prima|cunado|cunada|hermano|hermana|tio|tia|"
     "companero .. tuvo|tuvieron|paso|sufrio"},
    {Cue::Past,
     "neighbor|neighbors|friend|friends|cousin|coworker|boss|aunt|uncle ... so i|we|i'd|we'd "
     "want|wanted|would|like|thought|figured"},
    {Cue::Past, "cuando ... nos|me|le|les ayudaron|salvaron|rescataron|arreglaron"},
    {Cue::Past, "otra|vieja|anterior|antigua casa|departamento"},
    {Cue::Ongoing,
     "since "
     "yesterday|last|earlier|this|midnight|morning|dinner|lunch|breakfast|noon|monday|tuesday|"
     "wednesday|thursday|friday|saturday|sunday"},
    {Cue::Past, "last|previous|former|prior|old|ex landlord|landlords|boss|company|plumber"},
    {Cue::Past, "in|of|during|since|back two thousand"},
};

}  // namespace

std::span<const CuePhrase> moments() {
  return rows;
}

}  // namespace callwright::language::hazards
