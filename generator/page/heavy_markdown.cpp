#include "page/heavy_markdown.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/report.h"

namespace yokoten {
namespace {

constexpr std::size_t largest_text = 1 << 20;   // bytes; cmark is quadratic on some longer texts
constexpr std::size_t most_pipes = 200;         // cells a table row; wide tables are quadratic too
constexpr std::size_t most_cells = 500'000;     // of all tables: cmark fills rows that are short
constexpr std::size_t most_expanded = 1 << 25;  // bytes that references may become

// What may stand before a line's own text: quotes and lists.
constexpr std::string_view before_line = " \t>*+-0123456789.)";

/// Walks through the lines and adds up what they may become.
class Weighing {
 public:
  explicit Weighing(std::string_view markdown) : markdown_(markdown) {}

  /// The code and the words of what is too much; row() is where.
  bool finds_too_much() {
    if (markdown_.size() > largest_text)
      return says("page.size", {"文章が1 MiBを超えています", "the text is larger than 1 MiB"});
    const auto brackets =
        static_cast<std::size_t>(std::count(markdown_.begin(), markdown_.end(), '['));
    for (std::size_t begin = 0; begin < markdown_.size(); ++row_) {
      const std::size_t end = std::min(markdown_.find('\n', begin), markdown_.size());
      if (is_too_much(markdown_.substr(begin, end - begin), brackets)) return true;
      begin = end + 1;
    }
    return false;
  }

  int row() const { return row_; }
  const char* code() const { return code_; }
  const Message& message() const { return message_; }

 private:
  bool says(const char* code, Message message) {
    code_ = code;
    message_ = std::move(message);
    return true;
  }

  bool is_too_much(std::string_view line, std::size_t brackets) {
    const auto count = [&](char letter) {
      return static_cast<std::size_t>(std::count(line.begin(), line.end(), letter));
    };
    const std::size_t pipes = count('|');
    if (pipes > most_pipes || count('>') > most_pipes)
      return says("page.wide",
                  {"1行に「|」か「>」が200を超えています", "over 200 `|` or `>` in one line"});
    weigh_table(line, pipes);
    weigh_reference(line);
    if (cells_ > most_cells)
      return says("page.cells", {"表のセルが全部で500,000を超えています",
                                 "the tables have over 500,000 cells in all"});
    if (brackets * reference_ > most_expanded)
      return says("page.references",
                  {"参照（[名前]: アドレス）が長すぎ、使う所が多すぎます",
                   "references ([name]: address) are too long for how often they are used"});
    return false;
  }

  // Every line below `|-|-|` is a row with as many cells, up to a blank one.
  void weigh_table(std::string_view line, std::size_t pipes) {
    const bool is_rule =
        line.find_first_not_of("|: \t>*+-0123456789.)") == line.npos && line.find('-') != line.npos;
    if (is_blank(line))
      columns_ = 0;
    else if (is_rule)
      columns_ = std::max(columns_, pipes + 1);
    cells_ += columns_;
  }

  // A definition lasts as far as the next blank line, at the most.
  void weigh_reference(std::string_view line) {
    const std::size_t first = line.find_first_not_of(before_line);
    const bool begins =
        first != line.npos && line[first] == '[' && line.find("]:", first) != line.npos;
    if (is_blank(line))
      reference_run_ = 0;
    else if (begins || reference_run_ > 0)
      reference_run_ += line.size();
    reference_ = std::max(reference_, reference_run_);
  }

  static bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r>") == line.npos;
  }

  std::string_view markdown_;
  int row_ = 1;
  std::size_t columns_ = 0, cells_ = 0;  ///< of the table that the line may stand in; of all
  std::size_t reference_ = 0, reference_run_ = 0;  ///< bytes of the longest; of this one
  const char* code_ = "";
  Message message_;
};

}  // namespace

bool is_heavy(std::string_view markdown, const Place& place, Findings& findings) {
  Weighing weighing(markdown);
  if (!weighing.finds_too_much()) return false;
  const Place where{place.file, place.row + weighing.row() - 1, 1};
  report_error(findings, where, weighing.code(), weighing.message());
  return true;
}

}  // namespace yokoten
