#include "publish/word_readings.h"

#include <mecab.h>

namespace yokoten {
namespace {

// Where Debian's package mecab-ipadic-utf8 has it.
constexpr const char* kDictionary = "-d /var/lib/mecab/dic/ipadic-utf8";

/// The reading in katakana, the eighth of a word's features; empty where it has none.
std::string_view katakana_of(std::string_view features) {
  constexpr int place = 7;
  for (int at = 0; at < place; ++at) {
    const std::size_t comma = features.find(',');
    if (comma == std::string_view::npos) return {};
    features.remove_prefix(comma + 1);
  }
  return features.substr(0, features.find(','));
}

// A mark of the text: brackets, points.
bool is_symbol(std::string_view features) { return features.starts_with("記号,"); }

}  // namespace

struct WordReadings::Parser {
  mecab_t* mecab = mecab_new2(kDictionary);

  Parser() = default;
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    if (mecab != nullptr) mecab_destroy(mecab);
  }
};

WordReadings::WordReadings() : parser_(std::make_unique<Parser>()) {}
WordReadings::~WordReadings() = default;

bool WordReadings::is_there() const { return parser_->mecab != nullptr; }

std::string WordReadings::of(std::string_view text) const {
  if (!is_there()) return {};
  std::string words;
  const mecab_node_t* word = mecab_sparse_tonode2(parser_->mecab, text.data(), text.size());
  for (; word != nullptr; word = word->next) {
    const std::string_view surface(word->surface, word->length), features(word->feature);
    if (surface.empty() || is_symbol(features)) continue;
    const std::string_view reading = katakana_of(features);
    if (!words.empty()) words += ' ';
    words += reading.empty() ? surface : reading;
  }
  return words;
}

}  // namespace yokoten
