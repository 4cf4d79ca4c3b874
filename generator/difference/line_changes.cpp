#include "difference/line_changes.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>

#include "difference/word_changes.h"

namespace yokoten {
namespace {

// More than this many lines put in and taken out, and the shortest way is not looked for any more.
constexpr int most_steps = 1'500;
// Of two lines that have less than this in common, one went and the other came.
constexpr double least_in_common = 0.3;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// Lines as numbers: equal lines have equal ones.
using Ids = std::vector<int>;

/// Lines of both sides that belong together: -1 where one side has none.
struct Step {
  int before = -1, after = -1;
};

/// The shortest way from one list of lines to the other (Myers); empty where it is too long.
class ShortestWay {
 public:
  ShortestWay(const Ids& before, const Ids& after) : before_(before), after_(after) {}

  std::vector<Step> steps() {
    const int n = static_cast<int>(before_.size()), m = static_cast<int>(after_.size());
    const int most = std::min(n + m, most_steps);
    std::vector<int> reach(static_cast<std::size_t>(2 * most + 2), 0);
    for (int length = 0; length <= most; ++length) {
      trace_.emplace_back(reach.begin() + (most - length), reach.begin() + (most + length + 2));
      for (int diagonal = -length; diagonal <= length; diagonal += 2) {
        const auto at = [&](int of) -> int& { return reach[static_cast<std::size_t>(most + of)]; };
        const bool down =
            diagonal == -length || (diagonal != length && at(diagonal - 1) < at(diagonal + 1));
        int x = down ? at(diagonal + 1) : at(diagonal - 1) + 1;
        x = slid(x, x - diagonal);
        at(diagonal) = x;
        if (x >= n && x - diagonal >= m) return walked_back(length);
      }
    }
    return {};
  }

 private:
  int slid(int x, int y) const {
    while (x < static_cast<int>(before_.size()) && y < static_cast<int>(after_.size()) &&
           before_[static_cast<std::size_t>(x)] == after_[static_cast<std::size_t>(y)]) {
      ++x;
      ++y;
    }
    return x;
  }

  std::vector<Step> walked_back(int length) const {
    std::vector<Step> steps;
    int x = static_cast<int>(before_.size()), y = static_cast<int>(after_.size());
    for (; length >= 0; --length) {
      const auto& reach = trace_[static_cast<std::size_t>(length)];
      const auto at = [&](int of) { return reach[static_cast<std::size_t>(length + of)]; };
      const int diagonal = x - y;
      const bool down =
          diagonal == -length || (diagonal != length && at(diagonal - 1) < at(diagonal + 1));
      const int from = down ? diagonal + 1 : diagonal - 1;
      const int from_x = length == 0 ? 0 : at(from), from_y = length == 0 ? 0 : from_x - from;
      while (x > from_x && y > from_y) steps.push_back({--x, --y});
      if (length == 0) break;
      if (down)
        steps.push_back({-1, --y});
      else
        steps.push_back({--x, -1});
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

  const Ids &before_, &after_;
  std::vector<std::vector<int>> trace_;
};

// Without an order: every line that has no equal on the other side.
std::vector<Step> unordered(const Ids& before, const Ids& after) {
  std::map<int, int> left;
  for (const int id : after) ++left[id];
  std::vector<Step> steps;
  for (std::size_t at = 0; at < before.size(); ++at)
    if (left[before[at]]-- <= 0) steps.push_back({static_cast<int>(at), -1});
  left.clear();
  for (const int id : before) ++left[id];
  for (std::size_t at = 0; at < after.size(); ++at)
    if (left[after[at]]-- <= 0) steps.push_back({-1, static_cast<int>(at)});
  return steps;
}

// Where the number before `at` goes on as a date, a time, a telephone number or an address: whoever
// changed that changed the text.
bool names_a_moment(std::string_view rest) {
  for (const char* unit : {"年", "月", "日", "時", "分", "号", "番"})
    if (rest.starts_with(unit)) return true;
  return rest.size() > 1 && (rest[0] == '-' || rest[0] == '/' || rest[0] == ':') &&
         is_digit(rest[1]);
}

/// The numbers of a line that stand for a moment or a telephone.
std::vector<std::string> moments_of(const std::string& line) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!is_digit(line[at])) continue;
    std::size_t end = at;
    while (end < line.size() && is_digit(line[end])) ++end;
    const bool goes_on = at > 1 && is_digit(line[at - 2]) &&
                         (line[at - 1] == '-' || line[at - 1] == '/' || line[at - 1] == ':');
    if (goes_on || names_a_moment(std::string_view(line).substr(end)))
      found.push_back(line.substr(at, end - at));
    at = end;
  }
  return found;
}

bool differs_by_figures(const std::string& before, const std::string& after) {
  return without_numbers(before) == without_numbers(after) &&
         moments_of(before) == moments_of(after);
}

/// A line that went or came, and between which lines that stayed.
struct Loose {
  std::string text;
  std::size_t hunk = 0;
  bool is_used = false;
};

/// Turns steps into what a reader wants to know.
class Telling {
 public:
  Telling(const std::vector<std::string>& before, const std::vector<std::string>& after)
      : before_(before), after_(after) {}

  LineChanges told() {
    std::size_t hunk = 0;
    for (const Step& step : steps()) {
      if (step.before >= 0 && step.after >= 0)
        ++hunk;
      else if (step.before >= 0)
        gone_.push_back({before_[static_cast<std::size_t>(step.before)], hunk});
      else
        come_.push_back({after_[static_cast<std::size_t>(step.after)], hunk});
    }
    pair_the_same();
    pair_in_place();
    return std::move(told_);
  }

 private:
  std::vector<Step> steps() const {
    std::map<std::string_view, int> ids;
    const auto numbered = [&](const std::vector<std::string>& lines) {
      Ids made;
      for (const std::string& line : lines)
        made.push_back(ids.emplace(line, static_cast<int>(ids.size())).first->second);
      return made;
    };
    const Ids before = numbered(before_), after = numbered(after_);
    if (before == after) return {};
    auto steps = ShortestWay(before, after).steps();
    return steps.empty() ? unordered(before, after) : steps;
  }

  // Lines that went here and came there only moved; where their numbers are other ones, a figure
  // took another place. Lines of one place are paired first.
  void pair_the_same() {
    for (const bool in_place : {true, false}) {
      std::map<std::string, std::vector<std::size_t>> came;
      for (std::size_t at = come_.size(); at-- > 0;)
        if (!come_[at].is_used) came[without_numbers(come_[at].text)].push_back(at);
      for (Loose& gone : gone_)
        if (!gone.is_used) pair_the_same(gone, came[without_numbers(gone.text)], in_place);
    }
  }

  void pair_the_same(Loose& gone, std::vector<std::size_t>& candidates, bool in_place) {
    for (auto at = candidates.rbegin(); at != candidates.rend(); ++at) {
      Loose& come = come_[*at];
      if ((in_place && come.hunk != gone.hunk) || !differs_by_figures(gone.text, come.text))
        continue;
      gone.is_used = come.is_used = true;
      if (gone.text == come.text)
        ++told_.moved;
      else
        told_.numbers.push_back({gone.text, come.text});
      candidates.erase(std::next(at).base());
      return;
    }
  }

  // What is left: lines that have words in common where they stand, in their order.
  void pair_in_place() {
    std::size_t next = 0;
    for (const Loose& gone : gone_) {
      if (gone.is_used) continue;
      while (next < come_.size() && come_[next].hunk < gone.hunk) tell_come(next++);
      Loose* partner = partner_of(gone, next);
      told_.changes.push_back({gone.text, partner == nullptr ? std::string() : partner->text});
      if (partner != nullptr) partner->is_used = true;
    }
    while (next < come_.size()) tell_come(next++);
  }

  void tell_come(std::size_t at) {
    if (!come_[at].is_used) told_.changes.push_back({{}, come_[at].text});
  }

  Loose* partner_of(const Loose& gone, std::size_t from) {
    constexpr int most_tried = 12;  // a long list that was replaced has no partners
    int tried = 0;
    for (std::size_t at = from; at < come_.size() && come_[at].hunk == gone.hunk; ++at) {
      if (come_[at].is_used || tried++ >= most_tried) continue;
      if (in_common(gone.text, come_[at].text) >= least_in_common) return &come_[at];
    }
    return nullptr;
  }

  const std::vector<std::string>&before_, &after_;
  std::vector<Loose> gone_, come_;
  LineChanges told_;
};

}  // namespace

LineChanges line_changes(const std::vector<std::string>& before,
                         const std::vector<std::string>& after) {
  return Telling(before, after).told();
}

std::string without_numbers(const std::string& line) {
  constexpr std::string_view minus = "\u2212";
  std::string plain;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!is_digit(line[at])) {
      plain += line[at];
      continue;
    }
    while (at + 1 < line.size() &&
           (is_digit(line[at + 1]) || ((line[at + 1] == ',' || line[at + 1] == '.') &&
                                       at + 2 < line.size() && is_digit(line[at + 2]))))
      ++at;
    if (plain.ends_with(minus)) plain.resize(plain.size() - minus.size());
    plain += '#';
  }
  return plain;
}

}  // namespace yokoten
