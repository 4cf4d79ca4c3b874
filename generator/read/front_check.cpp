#include "read/front_check.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"

namespace yokoten {
namespace {

// A page that has more is refused by its reader; anchors count where they are used.
constexpr int deepest = 20;
constexpr int most_looked_at = 10'000;

bool is_quote(char letter) { return letter == '"' || letter == '\''; }

// Whether the quote that `text` begins with is closed in the same line.
bool closes(std::string_view text) {
  const char quote = text.front();
  text.remove_prefix(1);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\')
      ++at;
    else if (text[at] == quote)
      return true;
  }
  return false;
}

// Whether a value may begin there with a quote that the line does not close. What YAML makes of the
// line takes much longer to tell.
bool may_open_quote(std::string_view line) {
  constexpr std::string_view before_values = " \t[{,:?-";
  for (std::size_t at = 0; at < line.size(); ++at)
    if (is_quote(line[at]) && (at == 0 || before_values.find(line[at - 1]) != line.npos) &&
        !closes(line.substr(at)))
      return true;
  return false;
}

/// Looks through one front matter.
class FrontCheck {
 public:
  FrontCheck(const PageText& page, Findings& findings) : page_(page), findings_(findings) {
    std::string_view rest = page.front;
    for (std::size_t end = 0; end != std::string_view::npos; rest.remove_prefix(end + 1)) {
      end = rest.find('\n');
      lines_.push_back(rest.substr(0, end));
      if (end == std::string_view::npos) break;
    }
  }

  void run() {
    const bool may_be_twice = !page_.is_case && !page_.is_project;
    if (!may_be_twice && std::ranges::none_of(lines_, may_open_quote)) return;
    try {
      const YAML::Node root = YAML::Load(page_.front);
      look(root, 0);
      if (root.IsMap() && may_be_twice) find_twice(root);
    } catch (const YAML::Exception& problem) {
      find_cause(problem.mark.line);  // what else is wrong its reader tells
    }
  }

 private:
  std::string_view from(int line, int bytes) const {
    if (line < 0 || bytes < 0 || static_cast<std::size_t>(line) >= lines_.size()) return {};
    const std::string_view whole = lines_[static_cast<std::size_t>(line)];
    return whole.substr(std::min(static_cast<std::size_t>(bytes), whole.size()));
  }

  void look(const YAML::Node& node, int level) {
    if (level > deepest || ++values_ > most_looked_at) return;
    if (node.IsScalar()) return look_at(node.Mark());
    for (const auto& item : node) {
      if (!node.IsMap()) {
        look(item, level + 1);
        continue;
      }
      look(item.first, level + 1);
      look(item.second, level + 1);
    }
  }

  void look_at(const YAML::Mark& mark) {
    const std::string_view text = from(mark.line, mark.column);
    if (!text.empty() && is_quote(text.front()) && !closes(text)) refuse(mark.line, mark.column);
  }

  // The first `key: "…` or `- "…` without its end; what is wrong later follows from it.
  void find_cause(int last) {
    for (int line = 0; line <= last; ++line) {
      const std::string_view text = from(line, 0);
      const std::size_t at = value_of(text);
      if (at == std::string_view::npos || !is_quote(text[at]) || closes(text.substr(at))) continue;
      return refuse(line, static_cast<int>(at));
    }
  }

  // Where the value of `key: value` or `- value` begins in a line.
  static std::size_t value_of(std::string_view line) {
    std::size_t at = line.find_first_not_of(' ');
    while (at != std::string_view::npos && line.substr(at).starts_with("- "))
      at = line.find_first_not_of(' ', at + 1);
    if (at == std::string_view::npos || is_quote(line[at])) return at;
    const std::size_t colon = line.find(": ", at);
    return colon == std::string_view::npos ? colon : line.find_first_not_of(' ', colon + 1);
  }

  void find_twice(const YAML::Node& root) {
    std::set<std::string> known;
    for (const auto& entry : root) {
      const auto key = entry.first.as<std::string>("");
      if (known.insert(key).second) continue;
      const YAML::Mark mark = entry.first.Mark();
      report_error(findings_, place_in_front(page_, mark.line, mark.column), "front.twice",
                   {fmt::format("項目 {} が2度書かれています。1つにしてください", key),
                    fmt::format("the key {} stands here twice; keep one", key)});
    }
  }

  void refuse(int line, int bytes) {
    report_error(
        findings_, place_in_front(page_, line, bytes), "front.quote",
        {"この引用符が同じ行で閉じていません。行の終わりに引用符を書いてください",
         "this quote is not closed in its line; put a quote at the end of what it begins"});
  }

  const PageText& page_;
  Findings& findings_;
  std::vector<std::string_view> lines_;
  int values_ = 0;
};

}  // namespace

void check_front(const PageText& page, Findings& findings) { FrontCheck(page, findings).run(); }

}  // namespace yokoten
