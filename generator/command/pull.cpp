#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>
#include <string>
#include <vector>

#include "base/clock.h"
#include "command/commands.h"
#include "command/diagnostics.h"
#include "command/interrupted.h"
#include "command/opened_publication.h"
#include "command/shown_progress.h"
#include "model/report.h"
#include "pull/pull.h"
#include "read/encoding.h"
#include "read/source_list.h"

namespace yokoten {
namespace {

/// What a pull tells of its state, as steps of a progress.
class PullProgress {
 public:
  explicit PullProgress(Progress& progress) : progress_(progress) {}

  void show(const FetchState& state) {
    if (state.all == 0) return;
    if (told_.all == 0) progress_.begin({"資料の取得", "taking the sources"}, state.all);
    progress_.advance(state.done - told_.done,
                      static_cast<std::uint64_t>(state.bytes - told_.bytes));
    told_ = state;
  }

 private:
  Progress& progress_;
  FetchState told_;
};

std::string word(PullState state, bool check_only, Language language) {
  const bool ja = language == Language::ja;
  switch (state) {
    case PullState::local:
      return ja ? "手元" : "local";
    case PullState::fresh:
      return check_only ? (ja ? "新規予定" : "would be new") : (ja ? "新規" : "new");
    case PullState::changed:
      return check_only ? (ja ? "変更予定" : "would change") : (ja ? "変更" : "changed");
    case PullState::unchanged:
      return ja ? "変更なし" : "unchanged";
    case PullState::kept:
      return ja ? "失敗・継続" : "kept";
    case PullState::missing:
      return ja ? "失敗" : "failed";
  }
  return {};
}

// ID: STATE FILE and, where a file came, its bytes and the start of its hash.
std::string pulled_line(const Pulled& pulled, bool check_only, Language language) {
  std::string text =
      fmt::format("{}: {} {}", pulled.id, word(pulled.state, check_only, language), pulled.file);
  const char* unit = language == Language::ja ? "バイト" : "bytes";
  if (pulled.state == PullState::changed)
    text += fmt::format(" {} -> {} {}", pulled.bytes_before, pulled.bytes, unit);
  else if (pulled.state == PullState::fresh)
    text += fmt::format(" {} {}", pulled.bytes, unit);
  if (pulled.state == PullState::changed || pulled.state == PullState::fresh)
    text += " sha256 " + pulled.sha256.substr(0, 12);
  return text;
}

// Files that no source needs.
std::set<std::string> optional_files(const std::vector<SourceText>& sources) {
  std::set<std::string> files;
  for (const SourceText& text : sources)
    if (text.is_optional) files.insert(text.source.file);
  for (const SourceText& text : sources)
    if (!text.is_optional) files.erase(text.source.file);
  return files;
}

std::vector<Source> sources_of(Disk& disk, PullOptions& options, Findings& findings) {
  const std::string file = options.folder + "/sources.toml";
  const auto bytes = disk.read(file);
  if (!bytes)
    report_error(findings, {file, 0, 0}, "publication.missing",
                 {"ファイルがありません", "the file is not there"});
  std::vector<Source> sources;
  if (!bytes) return sources;
  auto texts = read_sources(*bytes, file, findings);
  options.optional_files = optional_files(texts);
  for (SourceText& text : texts) {
    if (text.form.encoding) text.source.pull.encoding = word_of(*text.form.encoding);
    sources.push_back(std::move(text.source));
  }
  return sources;
}

bool fits_encoding(std::string_view bytes, const std::string& word) {
  const auto encoding = encoding_named(word);
  const auto decoded = DecodedText::settled(bytes, encoding);
  return encoding && decoded && decoded->whole();
}

void print_findings(Findings& findings, Language language) {
  sort_by_place(findings);
  for (const Finding& finding : findings) tell("{}\n", to_line(finding, language));
}

}  // namespace

int pull_command(const Surroundings& surroundings, const PullArguments& arguments) {
  OpenedPublication opened(surroundings, arguments.folder);
  Disk& disk = opened.disk();
  SystemClock clock;
  Findings findings;
  PullOptions options{
      opened.folder(), arguments.strict, arguments.check_only, arguments.update_lock, {}};
  while (options.folder.size() > 1 && options.folder.ends_with('/')) options.folder.pop_back();
  std::vector<Source> sources;
  if (opened.is_readable()) sources = sources_of(disk, options, findings);
  std::vector<Pulled> results;
  // With an address that is none, nothing is asked for: mend the description first.
  if (!blocks(findings) && !blocks(opened.own())) {
    const AtSignal says(interrupted(surroundings, arguments.folder,
                                    {"中断しました。raw/ と pull.lock はそのままです",
                                     "interrupted; raw/ and pull.lock stay as they were"}));
    ShownProgress progress(surroundings, arguments.folder);
    PullProgress told(progress);
    PullWorld world{disk, clock, process_environment(), fits_encoding,
                    [&](const FetchState& state) { told.show(state); }};
    results = pull_sources(sources, options, world, findings);
  }
  for (const Pulled& pulled : results)
    fmt::print("{}\n", pulled_line(pulled, options.check_only, surroundings.language));
  findings = opened.settled(std::move(findings));
  print_findings(findings, surroundings.language);
  return blocks(findings) ? failed : fine;
}

}  // namespace yokoten
