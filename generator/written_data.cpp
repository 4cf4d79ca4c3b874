#include "written_data.h"

#include "base/pieces.h"
#include "model/report.h"

namespace yokoten {

WrittenData::WrittenData(const CompiledSite& compiled, const BuildRequest& request, Disk& disk,
                         StandingPages& standing, NextTree& tree, Findings& findings)
    : compiled_(compiled),
      progress_(*request.onlooker.progress),
      times_(request.onlooker.times),
      disk_(disk),
      standing_(standing),
      tree_(tree),
      findings_(findings),
      book_{compiled.book.publication,
            compiled.book.areas,
            compiled.book.measured,
            *compiled.book.corrected_figures,
            *compiled.book.history,
            compiled.sets,
            compiled.csv,
            SheetWords(compiled.book.publication)} {
  long_.all.emplace_back([this] { return write_figures(); });
  long_.all.emplace_back([this] { return write_catalogue(book_, tree_); });
  for (const SiteCopy& copy : compiled.copies)
    other_.all.emplace_back([this, &copy] { return write_copy(copy); });
  for (std::size_t set = 0; set < compiled.sets.size(); ++set)
    other_.all.emplace_back([this, set] { return write_set(set); });
}

bool WrittenData::write_long() { return write(long_); }
bool WrittenData::write_other() { return write(other_); }

bool WrittenData::write(Jobs& jobs) {
  const InRoom here(times_, Room::publish);
  for (std::size_t at = jobs.next++; at < jobs.all.size() && good_; at = jobs.next++)
    if (!jobs.all[at]()) good_ = false;
  return good_;
}

bool WrittenData::write_figures() {
  const auto is_known = [this](int indicator) { return standing_.has_same_figures(indicator); };
  const auto figures = yokoten::write_figures(book_, compiled_.newest_release, is_known, tree_);
  return figures && write_descriptions(book_, *figures,
                                       described_tables(compiled_.book, compiled_.data), tree_);
}

// Nothing of what was made from it would agree with a file that has changed since, which is seen as
// long as pages are written.
bool WrittenData::write_copy(const SiteCopy& copy) {
  const Pieces pieces = pieces_of(disk_, copy.from);
  const auto written = tree_.write_alike({copy.path}, pieces);
  // One that was cut short could not be written for that.
  const ManifestEntry now = written ? *written : entry_of(copy.path, pieces);
  if (copy.sha256.empty() || copy.sha256 == now.sha256) return written.has_value();
  refuse_changed(copy.from);
  return false;
}

void WrittenData::refuse_changed(const std::string& file) {
  const std::lock_guard lock(guard_);
  report_error(
      findings_, {file, 0, 0}, "file.changed",
      {"build の間に変わりました。今までのサイトはそのままです。もう一度 build してください",
       "it changed during the build; the site stays as it was. Build again"});
}

bool WrittenData::write_set(std::size_t set) {
  const bool good = standing_.take_over_set(set) || write_data(book_, compiled_.sets[set], tree_);
  progress_.advance(1, 0);
  return good;
}

}  // namespace yokoten
