#include "measure/report_programme.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "measure/fiscal_year.h"

namespace yokoten {
namespace {

bool has_name(const Programme& programme, const std::string& name) {
  return std::find(programme.names.begin(), programme.names.end(), name) != programme.names.end();
}

std::string words(const Programme& programme, bool year_alone) {
  return year_alone ? fmt::format("{}年度", programme.executed)
                    : fmt::format("{}（{}年度実施）", programme.title, programme.executed);
}

std::string nearest_titles(const Publication& publication, const std::string& name) {
  std::vector<std::string> titles;
  for (const Programme& each : publication.programmes)
    if (std::find(titles.begin(), titles.end(), each.title) == titles.end())
      titles.push_back(each.title);
  return fmt::format("{}", fmt::join(nearest(name, titles, 2), "、"));
}

}  // namespace

NamedProgramme named_programme(const Publication& publication, std::string_view name,
                               std::string_view executed) {
  const std::string plain = folded(name);
  const int year = fiscal_year_of(executed);
  NamedProgramme found;
  const bool says_year = !folded(executed).empty();
  std::vector<std::string> possible;
  for (std::size_t at = 0; at < publication.programmes.size(); ++at) {
    const Programme& each = publication.programmes[at];
    if (!has_name(each, plain)) continue;
    possible.push_back(words(each, says_year));
    if (year != 0 && year != each.executed) continue;
    found.programme = found.programme == -1 ? static_cast<int>(at) : -2;
  }
  if (found.programme >= 0) return found;
  // Two of one name and year are told apart by nothing that a report says.
  found.is_year_wrong = says_year && !possible.empty() && (found.programme == -1 || year == 0);
  found.programme = -1;
  found.expected = possible.empty() ? nearest_titles(publication, plain)
                                    : fmt::format("{}", fmt::join(possible, "、"));
  return found;
}

}  // namespace yokoten
