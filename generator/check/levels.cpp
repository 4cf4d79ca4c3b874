#include "check/levels.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include <fmt/format.h>

#include "model/report.h"

namespace yokoten {
namespace {

struct Check {
  std::string_view code;
  Level level;
};

// The checks whose findings stand at cells of a source. README.md has the same in its table.
constexpr std::array kChecks = {
    Check{"total.differs", Level::error},
    Check{"total.missing", Level::error},
    Check{"total.sources", Level::error},
    Check{"total.agrees", Level::note},
    Check{"rate.differs", Level::error},
    Check{"rate.unclear", Level::error},
    Check{"rate.agrees", Level::note},
    Check{"ratio.over", Level::error},
    Check{"percent.over", Level::warning},
    Check{"count.negative", Level::error},
    Check{"rank.differs", Level::warning},
    Check{"list.below", Level::error},
    Check{"list.bound", Level::warning},
    Check{"remainder.negative", Level::error},
    Check{"area.missing", Level::warning},
    Check{"name.variant", Level::note},
    Check{"name.county", Level::note},
    Check{"name.union", Level::note},
    Check{"period.order", Level::warning},
    Check{"series.jump", Level::warning},
    Check{"series.unit", Level::warning},
    Check{"series.provisional", Level::warning},
    Check{"cell.formula", Level::warning},
    Check{"office.number", Level::warning},
    Check{"office.digit", Level::warning},
    Check{"office.prefecture", Level::warning},
    Check{"office.test", Level::note},
    Check{"peers.outlier", Level::warning},
    Check{"part.unknown", Level::warning},
    Check{"cases.title", Level::error},
    Check{"cases.address", Level::error},
    Check{"cases.status", Level::warning},
    Check{"cases.area", Level::warning},
    Check{"name.differs", Level::warning},
    Check{"future", Level::error},
    Check{"series.gap", Level::warning},
    Check{"indicator.stale", Level::warning},
    Check{"indicator.due", Level::warning},
};

const Check* check_of(std::string_view code) {
  const auto at = std::find_if(kChecks.begin(), kChecks.end(),
                               [&](const Check& each) { return each.code == code; });
  return at == kChecks.end() ? nullptr : &*at;
}

Level level_of(std::string_view word) {
  return word == "error" ? Level::error : word == "warning" ? Level::warning : Level::note;
}

bool is_sound(const CheckLevel& said, Findings& findings) {
  const Check* check = check_of(said.code);
  if (check == nullptr) {
    std::vector<std::string> codes;
    for (const Check& each : kChecks) codes.emplace_back(each.code);
    report_error(findings, said.place, "check.unknown",
                 with_nearest({fmt::format("{} という照合はありません", said.code),
                               fmt::format("no check is called {}", said.code)},
                              said.code, codes));
    return false;
  }
  if (check->level == Level::error && said.level != "error" && said.reason.empty()) {
    report_error(findings, said.place, "check.reason",
                 {fmt::format("{} を緩めるには理由が要ります: {{ level = \"{}\", reason = \"…\" }}",
                              said.code, said.level),
                  fmt::format("lowering {} takes a reason: {{ level = \"{}\", reason = \"…\" }}",
                              said.code, said.level)});
    return false;
  }
  return true;
}

/// The files that findings of a source's figures stand in: its own, and those of the indicators
/// that are made of it.
std::set<std::string> files_of(const Publication& publication, const Measured& measured,
                               std::size_t source) {
  std::set<std::string> files = {publication.tables[source].file()};
  for (const Observation& seen : measured.cube.all())
    if (seen.source == static_cast<int>(source))
      files.insert(publication.indicators[static_cast<std::size_t>(seen.indicator)].place.file);
  return files;
}

// What of a source is of the future may stand where it is described.
void apply(const CheckLevel& said, const std::set<std::string>& files, const Place& source,
           Findings& findings) {
  const auto meant = [&](const Finding& each) {
    const bool described = each.place.file == source.file && each.place.row == source.row;
    return each.code == said.code && (described || files.contains(each.place.file));
  };
  if (said.level == "off") {
    std::erase_if(findings, meant);
    return;
  }
  for (Finding& each : findings)
    if (meant(each)) each.level = level_of(said.level);
}

}  // namespace

void apply_levels(const Publication& publication, const Measured& measured, Findings& findings) {
  Findings own;
  for (std::size_t at = 0; at < publication.sources.size(); ++at) {
    const Source& source = publication.sources[at];
    if (source.check_levels.empty()) continue;
    const auto files = files_of(publication, measured, at);
    for (const CheckLevel& said : source.check_levels)
      if (is_sound(said, own)) apply(said, files, source.place, findings);
  }
  findings.insert(findings.end(), own.begin(), own.end());
}

}  // namespace yokoten
