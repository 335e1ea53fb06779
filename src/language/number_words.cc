#include <array>
#include <unordered_map>

#include "language/numbers.h"

namespace callwright::language {
namespace {

struct NumeralWord {
  std::string_view word;
  Numeral numeral;
};

constexpr auto numeral_words = [] {
  using enum NumeralKind;
  return std::to_array<NumeralWord>({
      {"zero", {Zero, 0}},
      {"oh", {Zero, 0}},
      {"o", {Zero, 0}},
      {"nought", {Zero, 0}},
      {"naught", {Zero, 0}},
      {"cero", {Zero, 0}},
      {"one", {Unit, 1}},
      {"two", {Unit, 2}},
      {"three", {Unit, 3}},
      {"four", {Unit, 4}},
      {"five", {Unit, 5}},
      {"six", {Unit, 6}},
      {"seven", {Unit, 7}},
      {"eight", {Unit, 8}},
      {"nine", {Unit, 9}},
      {"niner", {Unit, 9}},
      {"ten", {Teen, 10}},
      {"eleven", {Teen, 11}},
      {"twelve", {Teen, 12}},
      {"thirteen", {Teen, 13}},
      {"fourteen", {Teen, 14}},
      {"fifteen", {Teen, 15}},
      {"sixteen", {Teen, 16}},
      {"seventeen", {Teen, 17}},
      {"eighteen", {Teen, 18}},
      {"nineteen", {Teen, 19}},
      {"twenty", {Tens, 20}},
      {"thirty", {Tens, 30}},
      {"forty", {Tens, 40}},
      {"fourty", {Tens, 40}},
      {"fifty", {Tens, 50}},
      {"sixty", {Tens, 60}},
      {"seventy", {Tens, 70}},
      {"eighty", {Tens, 80}},
      {"ninety", {Tens, 90}},
      {"hundred", {Hundred, 100}},
      {"thousand", {Thousand, 1000}},
      {"first", {Ordinal, 1}},
      {"second", {Ordinal, 2}},
      {"third", {Ordinal, 3}},
      {"fourth", {Ordinal, 4}},
      {"fifth", {Ordinal, 5}},
      {"sixth", {Ordinal, 6}},
      {"seventh", {Ordinal, 7}},
      {"eighth", {Ordinal, 8}},
      {"ninth", {Ordinal, 9}},
      {"tenth", {Ordinal, 10}},
      {"eleventh", {Ordinal, 11}},
      {"twelfth", {Ordinal, 12}},
      {"thirteenth", {Ordinal, 13}},
      {"fourteenth", {Ordinal, 14}},
      {"fifteenth", {Ordinal, 15}},
      {"sixteenth", {Ordinal, 16}},
      {"seventeenth", {Ordinal, 17}},
      {"eighteenth", {Ordinal, 18}},
      {"nineteenth", {Ordinal, 19}},
      {"twentieth", {Ordinal, 20}},
      {"thirtieth", {Ordinal, 30}},
      {"fortieth", {Ordinal, 40}},
      {"fiftieth", {Ordinal, 50}},
      {"sixtieth", {Ordinal, 60}},
      {"seventieth", {Ordinal, 70}},
      {"eightieth", {Ordinal, 80}},
      {"ninetieth", {Ordinal, 90}},
      {"hundredth", {Ordinal, 100}},
      {"uno", {Unit, 1}},
      {"dos", {Unit, 2}},
      {"tres", {Unit, 3}},
      {"cuatro", {Unit, 4}},
      {"cinco", {Unit, 5}},
      {"seis", {Unit, 6}},
      {"siete", {Unit, 7}},
      {"ocho", {Unit, 8}},
      {"nueve", {Unit, 9}},
      {"diez", {Teen, 10}},
      {"once", {Teen, 11}},
      {"doce", {Teen, 12}},
      {"trece", {Teen, 13}},
      {"catorce", {Teen, 14}},
      {"quince", {Teen, 15}},
      {"dieciseis", {Teen, 16}},
      {"diecisiete", {Teen, 17}},
      {"dieciocho", {Teen, 18}},
      {"diecinueve", {Teen, 19}},
      {"veintiuno", {Teen, 21}},
      {"veintiun", {Teen, 21}},
      {"veintidos", {Teen, 22}},
      {"veintitres", {Teen, 23}},
      {"veinticuatro", {Teen, 24}},
      {"veinticinco", {Teen, 25}},
      {"veintiseis", {Teen, 26}},
      {"veintisiete", {Teen, 27}},
      {"veintiocho", {Teen, 28}},
      {"veintinueve", {Teen, 29}},
      {"veinte", {Tens, 20}},
      {"treinta", {Tens, 30}},
      {"cuarenta", {Tens, 40}},
      {"cincuenta", {Tens, 50}},
      {"sesenta", {Tens, 60}},
      {"setenta", {Tens, 70}},
      {"ochenta", {Tens, 80}},
      {"noventa", {Tens, 90}},
      {"cien", {Hundreds, 100}},
      {"ciento", {Hundreds, 100}},
      {"doscientos", {Hundreds, 200}},
      {"trescientos", {Hundreds, 300}},
      {"cuatrocientos", {Hundreds, 400}},
      {"quinientos", {Hundreds, 500}},
      {"seiscientos", {Hundreds, 600}},
      {"setecientos", {Hundreds, 700}},
      {"ochocientos", {Hundreds, 800}},
      {"novecientos", {Hundreds, 900}},
      {"mil", {Thousand, 1000}},
      {"primero", {Ordinal, 1}},
      {"primer", {Ordinal, 1}},
      {"primera", {Ordinal, 1}},
      {"segundo", {Ordinal, 2}},
      {"segunda", {Ordinal, 2}},
      {"tercero", {Ordinal, 3}},
      {"tercer", {Ordinal, 3}},
      {"tercera", {Ordinal, 3}},
      {"cuarto", {Ordinal, 4}},
      {"cuarta", {Ordinal, 4}},
      {"quinto", {Ordinal, 5}},
      {"quinta", {Ordinal, 5}},
      {"sexto", {Ordinal, 6}},
      {"sexta", {Ordinal, 6}},
      {"septimo", {Ordinal, 7}},
      {"septima", {Ordinal, 7}},
      {"octavo", {Ordinal, 8}},
      {"octava", {Ordinal, 8}},
      {"noveno", {Ordinal, 9}},
      {"decimo", {Ordinal, 10}},
  });
}();

}  // namespace

std::optional<Numeral> numeral(std::string_view folded) {
  static const auto* const by_word = [] {
    auto* map = new std::unordered_map<std::string_view, Numeral>();
    for (const NumeralWord& entry : numeral_words) map->emplace(entry.word, entry.numeral);
    return map;
  }();
  const auto found = by_word->find(folded);
  if (found == by_word->end()) return std::nullopt;
  return found->second;
}

}  // namespace callwright::language
