#include "publish/approval.h"

#include <fmt/format.h>

#include "model/report.h"
#include "model/toml_reader.h"

namespace yokoten {
namespace {

std::optional<Approval> parsed(std::string_view bytes, const std::string& file,
                               Findings& findings) {
  const auto root = parse_toml(bytes, file, findings);
  if (!root) return std::nullopt;
  Approval approval{.file = file};
  {
    TomlReader reader(*root, findings);
    approval.hash = reader.required_text("hash");
    approval.decided_by = reader.required_text("decided_by");
    approval.decided_on = reader.require("decided_on").moment("decided_on");
    approval.note = reader.text("note");
    if (!approval.decided_on.empty() && !parse_date(approval.decided_on))
      report_error(findings, reader.place("decided_on"), "approval.date",
                   {"決裁の日は 2026-04-01 のように日まで書いてください",
                    "write the day of the decision: 2026-04-01"});
  }  // what was not asked for is reported here
  return blocks(findings) ? std::nullopt : std::optional(approval);
}

}  // namespace

std::optional<Approval> read_approval(Disk& disk, const std::string& file, Findings& findings) {
  if (const auto bytes = disk.read(file)) return parsed(*bytes, file, findings);
  report_error(findings, {file, 0, 0}, "approval.file",
               {"決裁のファイルが読めません（" + disk.reason() + "）",
                "the approval can't be read (" + disk.reason() + ")"});
  return std::nullopt;
}

bool approves(const Approval& approval, const std::string& site, const std::string& hash,
              Findings& findings) {
  if (approval.hash == hash) return true;
  report_error(findings, {approval.file, 0, 0}, "approval.hash",
               {fmt::format("決裁されたのは別のものです。決裁のハッシュは {}、{} は {} です",
                            approval.hash, site, hash),
                fmt::format("something else was approved: the file names {}, and {} is {}",
                            approval.hash, site, hash)});
  return false;
}

}  // namespace yokoten
