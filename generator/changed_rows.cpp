#include <algorithm>
#include <utility>

#include "read/changed_cells.h"
#include "shown_site.h"

namespace yokoten {
namespace {

std::string first_line(const DiskFile& file) {
  constexpr std::size_t kMost = 1U << 16U;
  std::string line(kMost, '\0');
  const auto got = file.read(0, line);
  line.resize(got.value_or(0));
  return line.substr(0, line.find('\n') + 1);
}

}  // namespace

// The files of which each table can be compared line by line, as they were read.
void ShownSite::know_raw_files() {
  const Publication& publication = examined_.publication;
  std::map<std::string, std::vector<int>> files;
  for (int at = 0; at < static_cast<int>(publication.sources.size()); ++at)
    if (const Source& source = publication.sources[static_cast<std::size_t>(at)];
        !source.file.empty())
      files[publication.folder + '/' + source.file].push_back(at);
  for (auto& [path, sources] : files) {
    const auto can_be_compared = [&](int at, int lines) {
      const Source& source = publication.sources[static_cast<std::size_t>(at)];
      // Of other kinds the pages show more than numbers.
      return has_figures(source) &&
             has_a_row_a_line(source, publication.tables[static_cast<std::size_t>(at)], lines);
    };
    const auto& first = publication.sources[static_cast<std::size_t>(sources.front())];
    if (!has_figures(first) || !first.reads_all) continue;
    const auto file = disk_.open(path);
    auto lines = file ? KnownLines::of(*file) : std::nullopt;
    if (!lines || lines->sha256() != first.read_sha256 ||
        !std::all_of(sources.begin(), sources.end(),
                     [&](int at) { return can_be_compared(at, lines->lines()); }))
      continue;
    raw_.try_emplace(plain_path(path), RawFile{std::move(*lines), std::move(sources)});
  }
  if (!raw_.empty())
    remeasuring_.emplace(publication, examined_.areas, std::as_const(examined_.measured));
}

// A link is refused elsewhere.
std::optional<ShownSite::RowsChange> ShownSite::changed_rows(Disk& disk,
                                                             const std::string& file) const {
  const RawFile& known = raw_.at(file);
  const auto now = disk.links(file).empty() ? disk.open(file) : nullptr;
  auto change = now ? known.lines.change_to(*now) : std::nullopt;
  if (!change) return std::nullopt;
  RowsChange made{file, std::move(change->now), {}};
  if (change->lines.count == 0) return made;
  const std::string headings = first_line(*now);
  for (const int source : known.sources) {
    auto cells = changed_cells(examined_.publication, source, headings, change->lines);
    if (!cells) return std::nullopt;
    std::move(cells->begin(), cells->end(), std::back_inserter(made.cells));
  }
  return made;
}

// False, and nothing has changed, where other things than numbers may follow.
bool ShownSite::put(std::vector<RowsChange> changes) {
  std::vector<CellChange> cells;
  for (const RowsChange& each : changes)
    cells.insert(cells.end(), each.cells.begin(), each.cells.end());
  const auto changed = remeasuring_->take_in(cells, examined_.measured);
  if (!changed) return false;
  const auto put_into = [&](std::vector<Table>& tables) {
    for (const CellChange& each : cells)
      tables[static_cast<std::size_t>(each.source)].replace(each.row, each.column, each.text);
  };
  put_into(examined_.publication.tables);
  if (examined_.translated) put_into(examined_.translated->publication.tables);
  compiled_.follow(*changed);
  for (RowsChange& each : changes) raw_.at(each.file).lines = std::move(each.now);
  return true;
}

}  // namespace yokoten
