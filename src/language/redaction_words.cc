#include "language/redaction_words.h"

#include <array>
#include <bitset>

#include "base/result.h"

namespace callwright::language {
namespace {

using enum RedactionWordKind;

struct Row {
  std::string_view words;
  RedactionWordKind kind;
  std::uint16_t value = 0;
};

constexpr Row rows[] = {
    {"zero oh o cero", Unit, 0},
    {"one uno una un", Unit, 1},
    {"two dos", Unit, 2},
    {"three tres", Unit, 3},
    {"four cuatro", Unit, 4},
    {"five cinco", Unit, 5},
    {"six seis", Unit, 6},
    {"seven siete", Unit, 7},
    {"eight ocho", Unit, 8},
    {"nine nueve niner", Unit, 9},
    {"to too", SoundsLike, 2},
    {"for fore", SoundsLike, 4},
    {"ate", SoundsLike, 8},
    {"won", SoundsLike, 1},
    {"ten diez", Teen, 10},
    {"eleven once", Teen, 11},
    {"twelve doce", Teen, 12},
    {"thirteen trece", Teen, 13},
    {"fourteen catorce", Teen, 14},
    {"fifteen quince", Teen, 15},
    {"sixteen dieciseis", Teen, 16},
    {"seventeen diecisiete", Teen, 17},
    {"eighteen dieciocho", Teen, 18},
    {"nineteen diecinueve", Teen, 19},
    {"veintiuno veintiun veintiuna", Teen, 21},
    {"veintidos", Teen, 22},
    {"veintitres", Teen, 23},
    {"veinticuatro", Teen, 24},
    {"veinticinco", Teen, 25},
    {"veintiseis", Teen, 26},
    {"veintisiete", Teen, 27},
    {"veintiocho", Teen, 28},
    {"veintinueve", Teen, 29},
    {"twenty veinte", Tens, 20},
    {"thirty treinta", Tens, 30},
    {"forty fourty cuarenta", Tens, 40},
    {"fifty cincuenta", Tens, 50},
    {"sixty sesenta", Tens, 60},
    {"seventy setenta", Tens, 70},
    {"eighty ochenta", Tens, 80},
    {"ninety noventa", Tens, 90},
    {"hundred", Hundred, 100},
    {"cien ciento", Hundreds, 100},
    {"doscientos", Hundreds, 200},
    {"trescientos", Hundreds, 300},
    {"cuatrocientos", Hundreds, 400},
    {"quinientos", Hundreds, 500},
    {"seiscientos", Hundreds, 600},
    {"setecientos", Hundreds, 700},
    {"ochocientos", Hundreds, 800},
    {"novecientos", Hundreds, 900},
    {"thousand mil", Thousand, 1000},
    {"double doble", Repeat, 2},
    {"triple", Repeat, 3},
    {"quadruple cuadruple", Repeat, 4},
    {"january february march april june july august september october november december jan feb "
     "mar "
     "apr jun jul aug sept sep oct nov dec enero febrero marzo abril mayo junio julio agosto "
     "septiembre octubre noviembre diciembre",
     Month},
    {"may", MayBeMonth},
    {"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
     "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth primero",
     Ordinal},
    {"um uh uhm er erm hmm hm ah eh mmm dash hyphen minus space then and y okay ok guion espacio "
     "luego "
     "despues este pues comma like so next followed by the sorry wait umm uhh again de of a "
     "del underscore",
     Filler},
    {"let me see hold on sec second moment got it yes yeah yep right alright last is are that's "
     "it's its bueno espere espera momento ver si vale otra vez well just mhm",
     Talk},
    {"slash diagonal barra", Slash},
    {"card cards cc visa mastercard amex discover tarjeta tarjetas maestro diners credit debit "
     "credito "
     "debito creditcard american pan",
     Card},
    {"ssn ssns social socials itin taxpayer tin sosh ss", Ssn},
    {"routing aba ruta transito enrutamiento rtn", Routing},
    {"account acct cuenta accounts", Account},
    {"checking", Checking},
    {"bank savings banco bancaria bancario ahorros iban ach swift deposit cheques", Bank},
    {"cvv cvc cvn csc ccv cav cid cvs", Cvv},
    {"code codigo clave pin", Code},
    {"digits digit numbers digitos numeros", Digits},
    {"date fecha", Date},
    {"security seguridad verification verificacion", Security},
    {"back reverso atras dorso detras", Back},
    {"exp expires expiry expiration expiring expire expired valid valida expiracion vence "
     "vencimiento caduca caducidad "
     "expira "
     "vigencia",
     Expiry},
    {"born birthday birthdate dob birth nacimiento naci cumpleanos nacido nacida bday", Birth},
    {"phone call cell mobile text reach telephone tel telefono celular llamar llame llamen movil "
     "fax "
     "dial callback marcar whatsapp texting calling",
     PhoneCue},
    {"order invoice permit serial model confirmation reference tracking job ticket claim case po "
     "part "
     "sku estimate quote customer zip zipcode apartment unit apt suite gate imei vin meter license "
     "lic "
     "policy lot upc isbn work pedido factura permiso modelo serie orden codigopostal postal "
     "departamento apartamento referencia folio lockbox booking reservation appointment address "
     "house "
     "street tracking receipt transaction batch item package shipment warranty "
     "registration gate door alarm garage keypad "
     "btu mileage miles odometer reading",
     OtherNumber},
    {"dollars dollar bucks cents pesos dolares percent usd", MoneyUnit},
    {"at arroba", At},
    {"dot", Dot},
    {"punto", Dot, 1},
};

constexpr std::uint32_t hash(std::string_view word) {
  std::uint32_t value = 2166136261U;
  for (const char c : word) value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
  return value;
}

// Open addressing, sparse enough that most words that are not in it meet an empty slot at once.
class Dictionary {
 public:
  Dictionary() {
    for (const Row& row : rows) add_all(row);
  }

  RedactionWord find(std::string_view word) const {
    std::size_t at = hash(word) % slots;
    if (!used_[at]) return {};
    for (; !entries_[at].text.empty(); at = (at + 1) % slots) {
      if (entries_[at].text == word) return entries_[at].meaning;
    }
    return {};
  }

 private:
  static constexpr std::size_t slots = 4096;

  struct Entry {
    std::string_view text;
    RedactionWord meaning;
  };

  void add_all(const Row& row) {
    std::string_view rest = row.words;
    while (!rest.empty()) {
      const std::size_t size = std::min(rest.find(' '), rest.size());
      add(rest.substr(0, size), {.kind = row.kind, .value = row.value});
      rest.remove_prefix(std::min(size + 1, rest.size()));
    }
  }

  void add(std::string_view word, RedactionWord meaning) {
    ASSERT(word.size() <= redaction_word_size_max);
    std::size_t at = hash(word) % slots;
    while (!entries_[at].text.empty()) at = (at + 1) % slots;
    entries_[at] = {.text = word, .meaning = meaning};
    used_[at] = true;
  }

  std::array<Entry, slots> entries_{};
  std::bitset<slots> used_;  // Small enough to stay in the nearest cache.
};

}  // namespace

RedactionWord redaction_word(std::string_view folded) {
  static const Dictionary dictionary;
  return dictionary.find(folded);
}

}  // namespace callwright::language
