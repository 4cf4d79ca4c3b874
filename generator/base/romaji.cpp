#include "base/romaji.h"

#include <algorithm>
#include <array>
#include <utility>

namespace yokoten {
namespace {

using Spelling = std::pair<std::string_view, std::string_view>;

constexpr std::array<Spelling, 72> syllables = {{
    {"あ", "a"},  {"い", "i"},  {"う", "u"},  {"え", "e"},  {"お", "o"},   {"か", "ka"},
    {"き", "ki"}, {"く", "ku"}, {"け", "ke"}, {"こ", "ko"}, {"さ", "sa"},  {"し", "shi"},
    {"す", "su"}, {"せ", "se"}, {"そ", "so"}, {"た", "ta"}, {"ち", "chi"}, {"つ", "tsu"},
    {"て", "te"}, {"と", "to"}, {"な", "na"}, {"に", "ni"}, {"ぬ", "nu"},  {"ね", "ne"},
    {"の", "no"}, {"は", "ha"}, {"ひ", "hi"}, {"ふ", "fu"}, {"へ", "he"},  {"ほ", "ho"},
    {"ま", "ma"}, {"み", "mi"}, {"む", "mu"}, {"め", "me"}, {"も", "mo"},  {"や", "ya"},
    {"ゆ", "yu"}, {"よ", "yo"}, {"ら", "ra"}, {"り", "ri"}, {"る", "ru"},  {"れ", "re"},
    {"ろ", "ro"}, {"わ", "wa"}, {"ゐ", "i"},  {"ゑ", "e"},  {"を", "o"},   {"が", "ga"},
    {"ぎ", "gi"}, {"ぐ", "gu"}, {"げ", "ge"}, {"ご", "go"}, {"ざ", "za"},  {"じ", "ji"},
    {"ず", "zu"}, {"ぜ", "ze"}, {"ぞ", "zo"}, {"だ", "da"}, {"ぢ", "ji"},  {"づ", "zu"},
    {"で", "de"}, {"ど", "do"}, {"ば", "ba"}, {"び", "bi"}, {"ぶ", "bu"},  {"べ", "be"},
    {"ぼ", "bo"}, {"ぱ", "pa"}, {"ぴ", "pi"}, {"ぷ", "pu"}, {"ぺ", "pe"},  {"ぽ", "po"},
}};
constexpr std::array<Spelling, 3> glides = {{{"ゃ", "a"}, {"ゅ", "u"}, {"ょ", "o"}}};
constexpr std::size_t kana_bytes = std::string_view("あ").size();

template <std::size_t Size>
std::string_view spelling_of(const std::array<Spelling, Size>& list, std::string_view kana) {
  const auto at =
      std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.first == kana; });
  return at == list.end() ? std::string_view() : at->second;
}

/// Letter after letter of one word.
class Speller {
 public:
  void add(std::string_view kana) {
    if (kana == "っ") {
      doubled_ = true;
    } else if (kana == "ん") {
      out_ += 'n';
      after_n_ = true;
    } else if (const auto vowel = spelling_of(glides, kana); !vowel.empty()) {
      add_glide(vowel);
    } else {
      add_syllable(spelling_of(syllables, kana));
    }
  }

  /// The next letter begins a word: no vowel before it is drawn out.
  void begin_word() { begins_ = true; }
  void keep(char other) { out_ += other; }
  std::string taken() { return std::move(out_); }

 private:
  // おう and おお are one long o, うう is one long u; so is what follows them: とうお.
  bool draws_out(std::string_view syllable) const {
    if (begins_ || after_n_ || out_.empty()) return false;
    return (out_.back() == 'o' && (syllable == "u" || syllable == "o")) ||
           (out_.back() == 'u' && syllable == "u");
  }

  // きゃ is kya, しゃ sha, ちゃ cha, じゃ ja.
  void add_glide(std::string_view vowel) {
    if (out_.empty() || out_.back() != 'i') return;
    out_.pop_back();
    const bool soft = out_.ends_with("sh") || out_.ends_with("ch") || out_.ends_with('j');
    if (!soft) out_ += 'y';
    out_ += vowel;
  }

  void add_syllable(std::string_view syllable) {
    if (syllable.empty()) return;
    const bool is_open = std::string_view("aiueoy").find(syllable[0]) != std::string_view::npos;
    if (!draws_out(syllable)) {
      if (after_n_ && is_open) out_ += '\'';
      if (doubled_) out_ += syllable.starts_with("ch") ? 't' : syllable[0];
      out_ += syllable;
    }
    after_n_ = doubled_ = begins_ = false;
  }

  std::string out_;
  bool after_n_ = false, doubled_ = false, begins_ = false;
};

}  // namespace

std::string hepburn(std::string_view reading) {
  Speller speller;
  while (!reading.empty()) {
    const std::string_view kana = reading.substr(0, kana_bytes);
    const bool is_kana = kana >= "ぁ" && kana <= "ん" && kana.size() == kana_bytes;
    if (is_kana)
      speller.add(kana);
    else if (reading[0] == '|')
      speller.begin_word();
    else
      speller.keep(reading[0]);
    reading.remove_prefix(is_kana ? kana_bytes : 1);
  }
  return speller.taken();
}

}  // namespace yokoten
