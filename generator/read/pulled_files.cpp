#include "read/pulled_files.h"

#include <fmt/format.h>

#include <optional>

#include "base/clock.h"
#include "base/hash.h"
#include "model/address.h"
#include "model/provenance.h"
#include "model/pull_lock.h"
#include "model/report.h"

namespace yokoten {
namespace {

void fill(std::string& text, const std::string& from) {
  if (text.empty()) text = from;
}

bool is_pulled(const Source& source) {
  const auto address = parse_address(source.url);
  return address && address->kind != AddressKind::file && !source.file.empty();
}

// The figures would be answers to a question that nobody reads any more.
void warn_of_other_query(Disk& disk, const std::string& folder, const Source& source,
                         const Provenance& from, Findings& findings) {
  if (source.query.file.empty()) return;
  const auto text = disk.read(folder + '/' + source.query.file);
  if (text && from.asked && from.asked->sha256 == sha256(*text) &&
      from.asked->file == source.query.file &&
      from.asked->parameters == parameter_lines(source.query))
    return;
  report_warning(
      findings, source.query.place, "source.query",
      {fmt::format("{}は、今の{}とパラメータで取ったものではありません。yokoten pullで取り直せます",
                   source.file, source.query.file),
       fmt::format(
           "{} was not taken by {} and the parameters as they are now; yokoten pull takes it "
           "anew",
           source.file, source.query.file)});
}

void add_one(Disk& disk, const std::string& folder, SourceText& text, Findings& findings) {
  Source& source = text.source;
  const std::string path = folder + '/' + source.file;
  const auto bytes = disk.read(provenance_path(path));
  if (!bytes) {
    // Without the file itself `source.missing` says what to do.
    if (disk.exists(path))
      report_warning(
          findings, source.place, "source.provenance",
          {source.file + "がどこから来たか、記録がありません。yokoten pullで取り直せます",
           "nothing says where " + source.file + " is from; yokoten pull takes it anew"});
    return;
  }
  const auto from = read_provenance(*bytes, provenance_path(path), findings);
  if (!from) return;
  warn_of_other_query(disk, folder, source, *from, findings);
  const auto taken = parse_utc(from->retrieved);
  fill(source.retrieved, taken ? japanese_day(*taken) : from->retrieved);
  fill(source.published, from->published);
  fill(source.licence, from->licence);
  fill(source.sha256, from->sha256);
}

std::optional<PullLock> lock_of(Disk& disk, const std::string& folder, Findings& findings) {
  const std::string path = folder + "/pull.lock";
  const auto bytes = disk.read(path);
  return bytes ? read_lock(*bytes, path, findings) : std::nullopt;
}

}  // namespace

void add_provenance(Disk& disk, const std::string& folder, std::vector<SourceText>& sources,
                    Findings& findings) {
  const auto lock = lock_of(disk, folder, findings);
  for (SourceText& text : sources) {
    if (!is_pulled(text.source)) continue;
    add_one(disk, folder, text, findings);
    if (!lock) continue;
    const auto pinned = lock->find(text.source.id);
    if (pinned == lock->end()) {
      report_warning(
          findings, text.source.place, "source.unpinned",
          {text.source.id + "はpull.lockにありません。yokoten pull --update-lockで加わります",
           text.source.id + " is not in pull.lock; yokoten pull --update-lock adds it"});
      continue;
    }
    text.source.sha256 = pinned->second;
    text.is_pinned = true;
  }
}

}  // namespace yokoten
