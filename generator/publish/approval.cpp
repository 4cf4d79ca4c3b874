#include "publish/approval.h"

#include <fmt/format.h>

#include "model/report.h"
#include "model/toml_reader.h"

namespace yokoten {
namespace {

// Windows prints hashes in capitals.
std::string in_small_letters(std::string text) {
  for (char& letter : text)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return text;
}

// An empty text is what the report leaves to be filled in.
std::string decided_day(TomlReader& reader, Findings& findings) {
  const TomlNode* node = reader.require("decided_on").take("decided_on");
  if (node == nullptr) return {};
  const auto period = node_period(*node);
  if (period && period->kind == PeriodKind::day) return to_text(*period);
  report_error(findings, node->place, "approval.date",
               {"決裁の日を 2026-04-01 のように日まで書いてください",
                "write the day of the decision: 2026-04-01"});
  return {};
}

std::optional<Approval> parsed(std::string_view bytes, const std::string& file,
                               Findings& findings) {
  const auto root = parse_toml(bytes, file, findings);
  if (!root) return std::nullopt;
  Approval approval{.file = file, .hash_place = {file, 0, 0}};
  {
    TomlReader reader(*root, findings);
    approval.hash = in_small_letters(reader.required_text("hash"));
    approval.hash_place = reader.place("hash");
    approval.decided_by = reader.required_text("decided_by");
    approval.decided_on = decided_day(reader, findings);
    approval.note = reader.text("note");
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
  report_error(findings, approval.hash_place, "approval.hash",
               {fmt::format("決裁されたのは別のものです。決裁のハッシュは {}、{} は {} です",
                            approval.hash, site, hash),
                fmt::format("something else was approved: the file names {}, and {} is {}",
                            approval.hash, site, hash)});
  return false;
}

}  // namespace yokoten
