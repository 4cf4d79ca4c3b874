#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "command/aligned_text.h"
#include "command/work_list_form.h"

namespace yokoten {
namespace {

/// Writes in one of two languages.
class TextWriter {
 public:
  TextWriter(const WorkList& list, Language language) : list_(list), language_(language) {}

  std::string written() const {
    return summary() + items() + progress({"補助事業", "programme"}, list_.programmes) +
           progress({"市町村", "municipality"}, list_.municipalities) + duties();
  }

 private:
  std::string word(const Message& message) const { return message.in(language_); }

  static std::size_t count(const std::vector<WorkItem>& items, std::string_view code) {
    return static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(),
                      [&](const WorkItem& each) { return each.finding.code == code; }));
  }

  std::string summary() const {
    const std::size_t owed = count(list_.items, "report.owed");
    const std::size_t tests = count(list_.set_aside, "office.test");
    const std::size_t replaced = count(list_.set_aside, "report.superseded");
    return word({fmt::format("作業リスト: {}件（うち未報告 {}件）。試しの入力 {}件と、あとの報告に"
                             "替わった {}件は除きました\n",
                             list_.items.size(), owed, tests, replaced),
                 fmt::format("work list: {} items ({} of them reports that are owed); set aside: "
                             "{} test entries, {} reports that a later one replaced\n",
                             list_.items.size(), owed, tests, replaced)});
  }

  std::string items() const {
    if (list_.items.empty()) return {};
    const WorkCells headings = work_headings(language_);
    std::vector<Cells> lines = {{headings[0], headings[1], headings[2], headings[6], headings[7],
                                 headings[8], headings[9]}};
    for (const WorkItem& each : list_.items) {
      const WorkCells cells = work_cells(each, language_);
      lines.push_back({cells[0], cells[1], cells[2], cells[6], cells[7], cells[8], cells[9]});
    }
    return '\n' + aligned(lines);
  }

  std::string progress(const Message& what, const std::vector<ReportProgress>& progress) const {
    if (progress.empty()) return {};
    std::vector<Cells> lines = {{word({"年度", "fiscal year"}), word(what),
                                 word({"報告済", "reported"}), word({"報告義務", "owed"})}};
    for (const ReportProgress& each : progress)
      lines.push_back({std::to_string(each.year),
                       each.name.empty() ? word({"（不明）", "(unknown)"}) : each.name,
                       std::to_string(each.reported), std::to_string(each.owed)});
    return '\n' + aligned(lines);
  }

  // A line an office, a column a year.
  std::string duties() const {
    if (list_.duties.empty()) return {};
    std::map<int, std::size_t> years;
    for (const NamedDuty& each : list_.duties) years[each.year] = 0;
    std::size_t next = 3;
    for (auto& [year, column] : years) column = next++;
    std::vector<Cells> lines;
    for (const NamedDuty& each : list_.duties) {
      if (each.which == 1 || lines.empty())
        lines.push_back({each.office, each.name, each.programme});
      lines.back().resize(next, "");
      lines.back()[years[each.year]] = duty_word(each.state, language_);
    }
    Cells heading = {work_headings(language_)[0], work_headings(language_)[1],
                     work_headings(language_)[4]};
    for (const auto& [year, column] : years) heading.push_back(std::to_string(year));
    lines.insert(lines.begin(), heading);
    return '\n' + aligned(lines);
  }

  const WorkList& list_;
  Language language_;
};

}  // namespace

std::string work_list_text(const WorkList& list, Language language) {
  return TextWriter(list, language).written();
}

}  // namespace yokoten
