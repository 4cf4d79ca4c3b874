#include "read/number_format.h"

#include <algorithm>
#include <string>
#include <vector>

namespace yokoten {
namespace {

constexpr std::size_t most_sections = 4;

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool starts(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t at = 0; at < word.size(); ++at)
    if (lower(text[at]) != word[at]) return false;
  return true;
}

/// Brings one section of a code down to the letters that mean something, each once: y m d h s, `e`
/// for eras and weekdays, `:` for elapsed time, `p` for AM/PM, `%`.
class SectionReader {
 public:
  /// Reads up to the end of the section and removes it, with the semicolon, from `code`.
  std::string read(std::string_view& code) {
    while (!code.empty() && code[0] != ';') code.remove_prefix(take(code));
    if (!code.empty()) code.remove_prefix(1);
    return letters_;
  }

  bool has_condition() const { return has_condition_; }
  /// Whether it stands for texts (`@`), where it is the last of several.
  bool is_for_text() const { return is_for_text_; }

 private:
  static std::size_t past(std::string_view code, char closing) {
    const std::size_t end = code.find(closing, 1);
    return end == std::string_view::npos ? code.size() : end + 1;
  }

  // `[h]`, `[mm]`, `[ss]`; `[>=100]`; others are colours and languages.
  std::size_t take_bracket(std::string_view code) {
    const std::size_t size = past(code, ']');
    if (size < 3 || code[size - 1] != ']') return size;
    const char first = lower(code[1]);
    if (first == '<' || first == '>' || first == '=') has_condition_ = true;
    if (first != 'h' && first != 'm' && first != 's') return size;
    for (const char letter : code.substr(1, size - 2))
      if (lower(letter) != first) return size;
    add(':');
    return size;
  }

  std::size_t take_word(std::string_view code) {
    for (const std::string_view word : {std::string_view("general"), std::string_view("g/標準")})
      if (starts(code, word)) return word.size();
    for (const std::string_view word : {std::string_view("am/pm"), std::string_view("a/p")})
      if (starts(code, word)) {
        add('p');
        return word.size();
      }
    if (starts(code, "e+") || starts(code, "e-")) return 2;
    return 0;
  }

  std::size_t take(std::string_view code) {
    if (code[0] == '"') return past(code, '"');
    if (code[0] == '[') return take_bracket(code);
    if (code[0] == '\\' || code[0] == '_' || code[0] == '*') return skip_letter(code);
    if (const std::size_t word = take_word(code)) return word;
    const char letter = lower(code[0]);
    if (letter == '@') is_for_text_ = true;
    if (std::string_view("ymdhs%").find(letter) != std::string_view::npos) add(letter);
    if (letter == 'e' || letter == 'g' || letter == 'a' || letter == 'b' || letter == 'r') add('e');
    return 1;
  }

  static std::size_t skip_letter(std::string_view code) {
    std::size_t size = std::min<std::size_t>(2, code.size());
    while (size < code.size() && (static_cast<unsigned char>(code[size]) & 0xC0U) == 0x80) ++size;
    return size;
  }

  // A million times `m` would else take the square of its time.
  void add(char letter) {
    if (letters_.empty() || letters_.back() != letter) letters_ += letter;
  }

  std::string letters_;
  bool has_condition_ = false, is_for_text_ = false;
};

// `m` after hours or before seconds is minutes.
bool is_minute(const std::string& letters, std::size_t at) {
  const std::size_t before = letters.find_last_not_of('m', at);
  const std::size_t after = letters.find_first_not_of('m', at);
  if (before != std::string::npos && letters[before] == 'h') return true;
  return after != std::string::npos && letters[after] == 's';
}

bool is_of_date(const std::string& letters, std::size_t at) {
  if (letters[at] == 'm') return !is_minute(letters, at);
  return letters[at] == 'y' || letters[at] == 'd' || letters[at] == 'e';
}

NumberForm form_of(const std::string& letters) {
  if (letters.find(':') != std::string::npos) return NumberForm::time;
  bool date = false, time = false, year = false, month = false;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    if (letters[at] == '%') continue;
    const bool of_date = is_of_date(letters, at);
    (of_date ? date : time) = true;
    year = year || letters[at] == 'y' || letters[at] == 'e';
    month = month || (of_date && letters[at] == 'm');
  }
  const bool day = letters.find('d') != std::string::npos;
  if (date && !time && year && month && !day) return NumberForm::month;
  if (date) return time ? NumberForm::date_time : NumberForm::date;
  if (time) return NumberForm::time;
  return letters.empty() ? NumberForm::number : NumberForm::percent;
}

// A date that shows less.
NumberForm as_date(NumberForm form) {
  return form == NumberForm::year || form == NumberForm::fiscal_year ? NumberForm::date : form;
}

// Of one section: `yyyy"年度"` and `ggge` show a year alone; `aaa` is a weekday.
NumberForm form_of(const std::string& letters, std::string_view section) {
  const auto has = [&](std::string_view text) { return section.find(text) != section.npos; };
  const bool era = letters == "e" && (has("g") || has("G")) && (has("e") || has("E"));
  if (letters != "y" && !era) return form_of(letters);
  return has("年度") ? NumberForm::fiscal_year : NumberForm::year;
}

}  // namespace

NumberFormat::NumberFormat(std::string_view code) {
  if (code.size() > 1 && code.find_first_not_of('0') == code.npos) zeros_ = code.size();
  std::vector<NumberForm> sections;
  bool has_condition = false, last_is_for_text = false;
  while (!code.empty() && sections.size() < most_sections) {
    SectionReader reader;
    const std::string_view before = code;
    const std::string letters = reader.read(code);
    sections.push_back(form_of(letters, before.substr(0, before.size() - code.size())));
    has_condition = has_condition || reader.has_condition();
    last_is_for_text = reader.is_for_text();
  }
  if (sections.size() == most_sections || (sections.size() > 1 && last_is_for_text))
    sections.pop_back();
  if (sections.empty()) return;
  depends_ = has_condition && std::any_of(sections.begin(), sections.end(), [&](NumberForm form) {
               return as_date(form) != as_date(sections[0]);
             });
  forms_.fill(sections[0]);
  if (sections.size() > 1) forms_[1] = sections[1];
  if (sections.size() > 2) forms_[2] = sections[2];
}

NumberFormat builtin_format(int id) {
  const auto within = [id](int first, int last) { return first <= id && id <= last; };
  if (id == 9 || id == 10) return NumberFormat(NumberForm::percent);
  if (id == 22) return NumberFormat(NumberForm::date_time);
  if (within(18, 21) || within(32, 33) || within(45, 47)) return NumberFormat(NumberForm::time);
  if (id == 17 || id == 34 || id == 52 || id == 55) return NumberFormat(NumberForm::month);
  if (within(14, 17) || within(27, 36) || within(50, 58)) return NumberFormat(NumberForm::date);
  return NumberFormat();
}

}  // namespace yokoten
