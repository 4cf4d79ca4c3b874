#include "check/levels.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include <fmt/format.h>

#include "model/report.h"

namespace yokoten {
namespace {

struct KnownCheck {
  std::string_view code;
  Level level;
};

// The checks whose findings stand at cells of a source. README.md has the same in its table.
constexpr std::array kKnownChecks = {
    KnownCheck{"total.differs", Level::error},
    KnownCheck{"total.missing", Level::error},
    KnownCheck{"total.sources", Level::error},
    KnownCheck{"total.agrees", Level::note},
    KnownCheck{"subtotal.differs", Level::warning},
    KnownCheck{"subtotal.over", Level::warning},
    KnownCheck{"part.total", Level::error},
    KnownCheck{"part.width", Level::error},
    KnownCheck{"rate.differs", Level::error},
    KnownCheck{"rate.unclear", Level::error},
    KnownCheck{"rate.agrees", Level::note},
    KnownCheck{"ratio.over", Level::error},
    KnownCheck{"percent.over", Level::warning},
    KnownCheck{"percent.fraction", Level::warning},
    KnownCheck{"count.negative", Level::error},
    KnownCheck{"rank.differs", Level::warning},
    KnownCheck{"list.below", Level::error},
    KnownCheck{"list.bound", Level::warning},
    KnownCheck{"remainder.negative", Level::error},
    KnownCheck{"area.missing", Level::warning},
    KnownCheck{"area.left_out", Level::warning},
    KnownCheck{"name.variant", Level::note},
    KnownCheck{"name.county", Level::note},
    KnownCheck{"name.former", Level::note},
    KnownCheck{"name.union", Level::note},
    KnownCheck{"period.order", Level::warning},
    KnownCheck{"period.unread", Level::warning},
    KnownCheck{"period.heading", Level::warning},
    KnownCheck{"series.jump", Level::warning},
    KnownCheck{"series.unit", Level::warning},
    KnownCheck{"series.provisional", Level::warning},
    KnownCheck{"cell.formula", Level::warning},
    KnownCheck{"cell.unit", Level::warning},
    KnownCheck{"indicator.unit", Level::warning},
    KnownCheck{"office.number", Level::warning},
    KnownCheck{"office.digit", Level::warning},
    KnownCheck{"office.prefecture", Level::warning},
    KnownCheck{"office.test", Level::note},
    KnownCheck{"office.zero", Level::note},
    KnownCheck{"peers.outlier", Level::warning},
    KnownCheck{"part.unknown", Level::warning},
    KnownCheck{"cases.title", Level::error},
    KnownCheck{"cases.address", Level::error},
    KnownCheck{"cases.status", Level::warning},
    KnownCheck{"cases.area", Level::warning},
    KnownCheck{"name.differs", Level::warning},
    KnownCheck{"future", Level::error},
    KnownCheck{"series.gap", Level::warning},
    KnownCheck{"indicator.stale", Level::warning},
    KnownCheck{"indicator.due", Level::warning},
    KnownCheck{"target.direction", Level::warning},
    KnownCheck{"readable.two_things", Level::note},
    KnownCheck{"readable.digits_only", Level::note},
    KnownCheck{"readable.text_number", Level::note},
    KnownCheck{"readable.blanks", Level::note},
    KnownCheck{"readable.left_out", Level::note},
    KnownCheck{"readable.unit", Level::note},
    KnownCheck{"readable.letters", Level::note},
    KnownCheck{"readable.era", Level::note},
    KnownCheck{"readable.symbol", Level::note},
    KnownCheck{"readable.gap", Level::note},
    KnownCheck{"readable.tables", Level::note},
    KnownCheck{"readable.other_table", Level::note},
    KnownCheck{"readable.header", Level::note},
};

const KnownCheck* check_of(std::string_view code) {
  const auto at = std::find_if(kKnownChecks.begin(), kKnownChecks.end(),
                               [&](const KnownCheck& each) { return each.code == code; });
  return at == kKnownChecks.end() ? nullptr : &*at;
}

Level level_of(std::string_view word) {
  return word == "error" ? Level::error : word == "warning" ? Level::warning : Level::note;
}

bool is_sound(const CheckLevel& said, Findings& findings) {
  const KnownCheck* check = check_of(said.code);
  if (check == nullptr) {
    std::vector<std::string> codes;
    for (const KnownCheck& each : kKnownChecks) codes.emplace_back(each.code);
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
