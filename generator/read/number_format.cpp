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
/// for eras and weekdays, `:` for elapsed time, `p` for AM/PM, `%`. Keeps words and what becomes of
/// digits in a dress.
class SectionReader {
 public:
  /// Reads up to the end of the section and removes it, with the semicolon, from `code`.
  std::string read(std::string_view& code) {
    while (!code.empty() && code[0] != ';') code.remove_prefix(take(code));
    if (!code.empty()) code.remove_prefix(1);
    return letters_;
  }

  /// A date or time shows what it shows.
  NumberDress dress() const {
    if (letters_.find_first_not_of('%') != std::string::npos) return {};
    NumberDress dress = dress_;
    dress.thousands += commas_;
    return dress;
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
    take_currency(code.substr(0, size));
    const char first = lower(code[1]);
    if (first == '<' || first == '>' || first == '=') has_condition_ = true;
    if (first != 'h' && first != 'm' && first != 's') return size;
    for (const char letter : code.substr(1, size - 2))
      if (lower(letter) != first) return size;
    add(':');
    return size;
  }

  // `[$千円-411]`: a currency, with the language behind it.
  void take_currency(std::string_view bracket) {
    if (!bracket.starts_with("[$")) return;
    bracket.remove_prefix(2);
    add_words(bracket.substr(0, std::min(bracket.find('-'), bracket.size() - 1)));
  }

  // Commas behind the last digit, or in front of the point, divide by 1,000 each.
  void take_digit(char letter) {
    if (letter == ',' && dress_.has_digits) ++commas_;
    if (letter == '.') dress_.thousands += commas_;
    if (letter != ',') commas_ = 0;
    if (letter != ',' && letter != '.') dress_.has_digits = true;
  }

  void add_words(std::string_view words) {
    (dress_.has_digits ? dress_.after : dress_.before) += words;
  }

  std::size_t take_word(std::string_view code) {
    for (const std::string_view word : {std::string_view("general"), std::string_view("g/標準")})
      if (starts(code, word)) {
        dress_.has_digits = true;
        return word.size();
      }
    for (const std::string_view word : {std::string_view("am/pm"), std::string_view("a/p")})
      if (starts(code, word)) {
        add('p');
        return word.size();
      }
    if (starts(code, "e+") || starts(code, "e-")) return 2;
    return 0;
  }

  std::size_t take(std::string_view code) {
    if (code[0] == '"') return take_quoted(code);
    if (code[0] == '[') return take_bracket(code);
    if (code[0] == '\\' || code[0] == '_' || code[0] == '*') return take_escaped(code);
    if (const std::size_t word = take_word(code)) return word;
    const char letter = lower(code[0]);
    if (letter == '@') is_for_text_ = true;
    if (std::string_view("0#?@,.").find(letter) != std::string_view::npos) {
      take_digit(letter);
      return 1;
    }
    const std::size_t before = letters_.size();
    if (std::string_view("ymdhs%").find(letter) != std::string_view::npos) add(letter);
    if (letter == 'e' || letter == 'g' || letter == 'a' || letter == 'b' || letter == 'r') add('e');
    if (letters_.size() == before) add_words(code.substr(0, 1));
    return 1;
  }

  std::size_t take_quoted(std::string_view code) {
    const std::size_t size = past(code, '"');
    const bool closed = size > 1 && code[size - 1] == '"';
    add_words(code.substr(1, size - (closed ? 2 : 1)));
    return size;
  }

  // `\\年` is shown; `_)` is a blank as wide, `* ` fills the cell.
  std::size_t take_escaped(std::string_view code) {
    const std::size_t size = skip_letter(code);
    if (code[0] == '\\') add_words(code.substr(1, size - 1));
    return size;
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
  NumberDress dress_{"", "", 0, false};
  int commas_ = 0;  // since the last digit
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
  bool date = false, time = false, month = false;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    if (letters[at] == '%') continue;
    const bool of_date = is_of_date(letters, at);
    (of_date ? date : time) = true;
    month = month || (of_date && letters[at] == 'm');
  }
  const bool day = letters.find('d') != std::string::npos;
  if (date && !time && month && !day) return NumberForm::month;
  if (date) return time ? NumberForm::date_time : NumberForm::date;
  if (time) return NumberForm::time;
  return letters.empty() ? NumberForm::number : NumberForm::percent;
}

// A date that shows less.
NumberForm as_date(NumberForm form) {
  const bool less =
      form == NumberForm::year || form == NumberForm::fiscal_year || form == NumberForm::month;
  return less ? NumberForm::date : form;
}

// A month is no day: 2024年9月 beside 2024年9月1日.
bool are_different(NumberForm one, NumberForm other) {
  const bool has_month = one == NumberForm::month || other == NumberForm::month;
  const bool has_day = one == NumberForm::date || other == NumberForm::date;
  return as_date(one) != as_date(other) || (has_month && has_day);
}

// Of one section: `yyyy"年度"` and `ggge` show a year alone, `m"月"` a month; `m` is any number,
// `aaa` a weekday.
NumberForm form_of(const std::string& letters, std::string_view section) {
  const auto has = [&](std::string_view text) { return section.find(text) != section.npos; };
  const bool era = letters == "e" && (has("g") || has("G")) && (has("e") || has("E"));
  if (letters == "m" && !has("月")) return NumberForm::date;
  if (letters != "y" && !era) return form_of(letters);
  return has("年度") ? NumberForm::fiscal_year : NumberForm::year;
}

/// What one section of a code says.
struct FormatSection {
  NumberForm form = NumberForm::number;
  NumberDress dress;
};

/// The sections for numbers.
struct FormatSections {
  std::vector<FormatSection> all;
  bool has_condition = false;
};

// A semicolon at the end has an empty section behind it, which shows nothing.
FormatSections sections_of(std::string_view code) {
  FormatSections sections;
  bool more = !code.empty(), last_is_for_text = false;
  while (more && sections.all.size() < most_sections) {
    SectionReader reader;
    const std::string_view before = code;
    const std::string letters = reader.read(code);
    const std::string_view own = before.substr(0, before.size() - code.size());
    sections.all.push_back({form_of(letters, own), reader.dress()});
    sections.has_condition = sections.has_condition || reader.has_condition();
    last_is_for_text = reader.is_for_text();
    more = !code.empty() || own.ends_with(';');
  }
  const std::size_t count = sections.all.size();
  if (count == most_sections || (count > 1 && last_is_for_text)) sections.all.pop_back();
  return sections;
}

}  // namespace

NumberFormat::NumberFormat(std::string_view code) {
  if (code.size() > 1 && code.find_first_not_of('0') == code.npos) zeros_ = code.size();
  const FormatSections read = sections_of(code);
  const std::vector<FormatSection>& all = read.all;
  if (all.empty()) return;
  depends_ = read.has_condition && std::ranges::any_of(all, [&](const FormatSection& section) {
               return are_different(section.form, all[0].form) || section.dress.misleads();
             });
  for (std::size_t at = 0; at < forms_.size(); ++at) {
    const FormatSection& section = all[at < all.size() ? at : 0];
    forms_[at] = section.form;
    if (!read.has_condition) dresses_[at] = section.dress;
  }
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
