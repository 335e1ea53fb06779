#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "language/understanding.h"

namespace callwright::training {

// A sentence of a file of phrases, spelled out.
struct Phrase {
  std::string text;
  language::Question asked = language::Question::None;  // What it answers.
  std::size_t line = 0;  // Sentences of one line resemble each other and count less for it.
};

// Reads a file of phrases, a line each, in this notation:
//
//   # ...          a comment
//   @confirm       the lines below answer this question, until the next such line
//   (a|b|) c       a choice: "a c", "b c" and "c"
//   <name>         a choice of the words of a class, which are lines "name = a|b" of their own file
//
// A line with many choices is spelled out in at most `spelled_max` ways, spread evenly.
using Classes = std::map<std::string, std::string, std::less<>>;
Classes read_classes(const std::filesystem::path& file);
std::vector<Phrase> read_phrases(const std::filesystem::path& file, const Classes& classes,
                                 std::size_t spelled_max);

}  // namespace callwright::training
