#include "model/observation.h"

#include <array>
#include <utility>

#include "model/figure_reads.h"

namespace yokoten {
namespace {

constexpr std::array<std::pair<Missing, std::string_view>, 7> missing_words = {{
    {Missing::none, ""},
    {Missing::not_published, "not_published"},
    {Missing::not_applicable, "not_applicable"},
    {Missing::not_reported, "not_reported"},
    {Missing::not_set, "not_set"},
    {Missing::suppressed, "suppressed"},
    {Missing::unknown, "unknown"},
}};

constexpr std::array<std::pair<Flag, std::string_view>, 5> flag_words = {{
    {provisional, "provisional"},
    {revised, "revised"},
    {corrected, "corrected"},
    {bound, "bound"},
    {planned, "planned"},
}};

}  // namespace

std::string_view to_text(Missing missing) {
  return missing_words[static_cast<std::size_t>(missing)].second;
}

std::optional<Missing> parse_missing(std::string_view text) {
  for (const auto& [missing, word] : missing_words)
    if (word == text && missing != Missing::none) return missing;
  return std::nullopt;
}

std::string flags_text(std::uint8_t flags) {
  std::string text;
  for (const auto& [flag, word] : flag_words) {
    if ((flags & flag) == 0) continue;
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

std::optional<std::uint8_t> parse_flag(std::string_view text) {
  for (const auto& [flag, word] : flag_words)
    if (word == text) return static_cast<std::uint8_t>(flag);
  return std::nullopt;
}

// An observation begins with its numbers (observation.h).
void note_number_of(const void* observation) {
  const auto& seen = *static_cast<const Observation*>(observation);
  if (seen.kept_in == KeptIn::cube) read_notes::add_exact({seen.indicator, seen.area});
  if (seen.kept_in == KeptIn::nothing) read_notes::add_more();
}

ObservationKey key_of(const Observation& seen) {
  return {seen.kept_in, seen.indicator, seen.area, seen.period, seen.breakdown};
}

bool is_same(const FoundObservation& a, const FoundObservation& b) {
  return a && b ? key_of(*a) == key_of(*b) : !a && !b;
}

}  // namespace yokoten
