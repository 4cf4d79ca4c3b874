#include "pull/landing.h"

#include <fmt/format.h>

#include <utility>

#include "base/hash.h"
#include "model/report.h"

namespace yokoten {
namespace {

constexpr std::int64_t seconds_a_day = 86400;

bool says_the_same(const Provenance& a, const Provenance& b) { return to_toml(a) == to_toml(b); }

// What the server confirmed has the provenance that it had; what sources.toml says of it may be
// new.
Catch confirmed(const StandingFile& standing, const Catch& caught) {
  Catch same;
  same.unchanged = true;
  if (standing.provenance) same.provenance = *standing.provenance;
  same.provenance.licence = caught.provenance.licence;
  same.provenance.published = caught.provenance.published;
  return same;
}

}  // namespace

bool StandingFile::is_sound(const Source& source) const {
  return exists && provenance && provenance->sha256 == sha256 && provenance->address == source.url;
}

StandingFile standing_file(Disk& disk, const std::string& folder, const Source& source,
                           Findings& findings) {
  const std::string path = folder + '/' + source.file;
  StandingFile standing;
  const auto bytes = disk.read(path);
  if (!bytes) return standing;
  standing.exists = true;
  standing.bytes = static_cast<std::int64_t>(bytes->size());
  standing.sha256 = sha256(*bytes);
  const auto text = disk.read(provenance_path(path));
  if (!text) return standing;
  Findings own;
  standing.provenance = read_provenance(*text, provenance_path(path), own);
  for (Finding& finding : own) {  // the next file that comes brings a sound one
    finding.level = Level::warning;
    findings.push_back(std::move(finding));
  }
  return standing;
}

Message Landing::age(const Source& source, const StandingFile& standing) const {
  const auto taken = standing.provenance ? parse_utc(standing.provenance->retrieved)
                                         : std::optional<std::int64_t>();
  if (!taken)
    return {fmt::format("今ある{}を使い続けます（いつのものか分かりません）", source.file),
            fmt::format("{} is kept (of an unknown day)", source.file)};
  const std::int64_t days = std::max<std::int64_t>(0, world_.clock.now() - *taken) / seconds_a_day;
  const std::string day = japanese_day(*taken);
  return {fmt::format("今ある{}を使い続けます（{}取得、{}日前）", source.file, day, days),
          fmt::format("{} is kept (taken on {}, {} day{} ago)", source.file, day, days,
                      days == 1 ? "" : "s")};
}

Pulled Landing::keep(const Source& source, const StandingFile& standing, const Fault& fault,
                     bool is_refused) {
  Message message = fault.message;
  if (standing.exists) {
    const Message kept = age(source, standing);
    message = {message.ja + "。" + kept.ja, message.en + "; " + kept.en};
  }
  const bool may_lack = standing.exists || options_.optional_files.contains(source.file);
  const bool blocks = options_.strict || is_refused || !may_lack;
  add_finding(findings_, blocks ? Level::error : Level::warning, fault.place.value_or(source.place),
              fault.code, {source.id + ": " + message.ja, source.id + ": " + message.en});
  return {source.id,      source.file,    standing.exists ? PullState::kept : PullState::missing,
          standing.bytes, standing.bytes, standing.sha256};
}

bool Landing::fits_lock(const Source& source, const std::string& hash) const {
  const auto pinned = lock_.find(source.id);
  return options_.update_lock || pinned == lock_.end() || pinned->second == hash;
}

void Landing::pin(const Source& source, const std::string& hash) {
  if (options_.update_lock) lock_[source.id] = hash;
}

Fault Landing::disk_fault() const {
  return {"pull.disk",
          {"書けません: " + world_.disk.reason(), "it can't be written: " + world_.disk.reason()}};
}

void Landing::describe(const Source& source, const StandingFile& standing, const Catch& caught,
                       const Pulled& pulled) {
  const bool same_file = pulled.state == PullState::unchanged;
  Provenance provenance = caught.provenance;
  provenance.sha256 = pulled.sha256;
  provenance.bytes = pulled.bytes;
  provenance.retrieved = same_file && standing.is_sound(source) ? standing.provenance->retrieved
                                                                : utc_text(world_.clock.now());
  if (same_file && standing.provenance && says_the_same(provenance, *standing.provenance)) return;
  if (arrivals_.take(provenance_path(options_.folder + '/' + source.file), to_toml(provenance)))
    return;
  const Fault fault = disk_fault();
  report_error(findings_, source.place, fault.code, fault.message);
}

bool Landing::is_pinned(const Source& source, const std::string& hash) const {
  const auto pinned = lock_.find(source.id);
  return pinned != lock_.end() && pinned->second == hash;
}

// A file of which nobody knows the end is not believed when it is much less than the last one.
std::optional<Fault> Landing::shrinkage(const Source& source, const StandingFile& standing,
                                        const std::string& bytes) const {
  const auto size = static_cast<std::int64_t>(bytes.size());
  if (source.pull.any_content || !standing.is_sound(source) || size >= standing.bytes)
    return std::nullopt;
  const auto last = world_.disk.read(options_.folder + '/' + source.file);
  const bool is_beginning = last && last->starts_with(bytes);
  if (!is_beginning && size >= standing.bytes / 2) return std::nullopt;
  const char* how_ja =
      is_beginning ? "前のファイルの初めの部分だけが来ました" : "前のファイルの半分にもなりません";
  const char* how_en = is_beginning ? "it is only the beginning of the last file"
                                    : "it is less than half of the last file";
  return Fault{"pull.length",
               {fmt::format("相手が長さを示さず、{}。本当に短くなったのなら、{}を消してからpullし"
                            "てください",
                            how_ja, source.file),
                fmt::format("the server does not say how long the file is, and {}; if it did get "
                            "that short, remove {} and pull again",
                            how_en, source.file)}};
}

// What a database answered lies beside its place, also where it is not to stand there.
Pulled Landing::land(const Source& source, const StandingFile& standing, Catch caught) {
  const bool is_laid = !source.query.file.empty() && !options_.check_only;
  Pulled pulled = landed(source, standing, std::move(caught));
  const bool is_new = pulled.state == PullState::fresh || pulled.state == PullState::changed;
  if (is_laid && !is_new) arrivals_.drop(options_.folder + '/' + source.file);
  return pulled;
}

Pulled Landing::landed(const Source& source, const StandingFile& standing, Catch caught) {
  // A publisher's own query is to be mended, not waited for.
  if (caught.fault) return keep(source, standing, *caught.fault, !source.query.file.empty());
  Pulled pulled{source.id,      source.file,    PullState::unchanged,
                standing.bytes, standing.bytes, standing.sha256};
  if (caught.unchanged) {
    if (!options_.check_only) describe(source, standing, confirmed(standing, caught), pulled);
    pin(source, pulled.sha256);
    return pulled;
  }
  pulled.bytes = caught.laid ? caught.laid->bytes : static_cast<std::int64_t>(caught.bytes.size());
  pulled.sha256 = caught.laid ? caught.laid->sha256 : sha256(caught.bytes);
  if (!standing.exists)
    pulled.state = PullState::fresh;
  else if (pulled.sha256 != standing.sha256)
    pulled.state = PullState::changed;
  if (!fits_lock(source, pulled.sha256))
    return keep(
        source, standing,
        {"pull.locked",
         {"pull.lockと違うファイルが来ました。中身を確かめ、よければ--update-lockを付けてください",
          "another file came than pull.lock pins; look at it, then use --update-lock"}},
        true);
  if (caught.warning)
    report_warning(findings_, source.place, caught.warning->code,
                   {source.id + ": " + caught.warning->message.ja,
                    source.id + ": " + caught.warning->message.en});
  if (!caught.has_length && !is_pinned(source, pulled.sha256)) {
    if (const auto fault = shrinkage(source, standing, caught.bytes))
      return keep(source, standing, *fault, false);
    report_warning(findings_, source.place, "pull.unmeasured",
                   {source.id + ": 相手が長さを示さないので、全部届いたか確かめられません",
                    source.id + ": the server does not say how long the file is; whether all of it "
                                "came can't be told"});
  }
  if (options_.check_only) return pulled;
  // The file first: with another file's provenance beside it, the next pull takes it anew.
  if (pulled.state != PullState::unchanged && !caught.laid &&
      !arrivals_.take(options_.folder + '/' + source.file, caught.bytes))
    return keep(source, standing, disk_fault(), true);
  describe(source, standing, caught, pulled);
  pin(source, pulled.sha256);
  return pulled;
}

}  // namespace yokoten
