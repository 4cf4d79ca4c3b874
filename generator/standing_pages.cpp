#include "standing_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/at_once.h"
#include "model/figure_marks.h"
#include "page/raw_rows.h"
#include "rest_mark.h"

namespace yokoten {
namespace {

using Numbers = std::vector<std::uint64_t>;

void add_list(Marks& marks, const Book& book, const std::vector<Figure>& figures) {
  for (const Figure& each : figures)
    marks.add_shown(book.indicator(each.indicator), *each.observation);
}

Numbers list_marks(const Book& book) {
  Numbers numbers;
  for (std::size_t at = 0; at < book.lists->prefectures.size(); ++at) {
    Marks prefectures, municipalities;
    add_list(prefectures, book, book.lists->prefectures[at]);
    add_list(municipalities, book, book.lists->municipalities[at]);
    add_list(municipalities, book, book.lists->apart[at]);  // chosen by their exact numbers
    numbers.push_back(prefectures.mark());
    numbers.push_back(municipalities.mark());
    for (const int prefecture : book.areas.prefectures()) {
      Marks below;
      add_list(below, book, figures_inside(book, static_cast<int>(at), prefecture));
      numbers.push_back(below.mark());
    }
  }
  return numbers;
}

// By the hashes of their files.
Numbers source_marks(const std::vector<Source>& sources) {
  Numbers marks;
  for (const Source& each : sources) marks.push_back(std::hash<std::string>()(each.read_sha256));
  return marks;
}

std::uint64_t mark_of(const Finding& finding, int area) {
  const auto& [file, row, column] = finding.place;
  return std::hash<std::string>()(fmt::format("{}\n{} {} {} {} {}\n{}\n{}", file, row, column,
                                              static_cast<int>(finding.level), finding.code, area,
                                              finding.message.ja, finding.message.en));
}

// By area, those of the nation of all.
Numbers finding_marks(const Book& book) {
  std::vector<Marks> marks(static_cast<std::size_t>(book.areas.size()));
  for (const Finding& each : book.findings.all()) {
    const int area = area_of(book, each);
    std::set<int> pages = {Areas::nation};
    if (area != Areas::none) pages.insert({area, book.areas.at(area).parent});
    for (const int page : pages)
      if (page != Areas::none) marks[static_cast<std::size_t>(page)].add(mark_of(each, area));
  }
  Numbers numbers;
  for (const Marks& each : marks) numbers.push_back(each.mark());
  return numbers;
}

std::vector<bool> differing(const Numbers& now, const Numbers& before) {
  std::vector<bool> differ(now.size(), true);
  for (std::size_t at = 0; at < std::min(now.size(), before.size()); ++at)
    differ[at] = now[at] != before[at];
  return differ;
}

// What has no mark is another.
bool is_other(const std::vector<bool>& others, std::size_t at) {
  return at >= others.size() || others[at];
}

}  // namespace

StandingPages::StandingPages(const CompiledSite& compiled, const BuildRequest& request,
                             NextTree& tree, Disk& disk)
    : compiled_(compiled), tree_(tree), disk_(disk), file_(request.earlier.pages) {
  if (file_.empty()) return;
  std::optional<KnownPages> known;
  at_once([&] { make_marks(); }, [&] { known = known_pages(request); });
  pages_.resize(compiled.site.size() +
                (compiled.translated ? compiled.translated->site.size() : 0));
  if (known && known->marks.rest == marks_.rest && known->pages.size() == pages_.size())
    compare_with(std::move(*known));
}

void StandingPages::make_marks() {
  const Book& book = compiled_.book;
  marks_.rest = rest_mark(compiled_);
  SeriesMarks series = series_marks(book.measured.cube, book.publication.indicators, book.areas);
  marks_.exact = std::move(series.exact);
  marks_.shown = std::move(series.shown);
  marks_.lists = list_marks(book);
  marks_.sources = source_marks(book.publication.sources);
  marks_.findings = finding_marks(book);
  marks_.releases = release_mark(*book.history);
}

// What is known of the site that stands, where its pages may be taken over.
std::optional<KnownPages> StandingPages::known_pages(const BuildRequest& request) {
  if (!request.earlier.stands || !request.earlier.stands(files_of_figures())) return std::nullopt;
  kept_file_ = disk_.read(file_).value_or(std::string());
  auto known = read_known_pages(kept_file_);
  const bool is_of_this = known && known->site == tree_.live().manifest_hash();
  return is_of_this ? std::move(known) : std::nullopt;
}

// The files that hold figures alone. What else is made of a file is not noted.
std::set<std::string> StandingPages::files_of_figures() const {
  const Publication& publication = compiled_.book.publication;
  std::set<std::string> files, others;
  for (const Source& each : publication.sources)
    (has_figures(each) ? files : others).insert(publication.folder + '/' + each.file);
  for (const std::string& each : others) files.erase(each);
  files.insert(publication.folder + "/sources.toml");  // see rest_mark()
  return files;
}

void StandingPages::compare_with(KnownPages known) {
  before_ = std::move(known);
  sources_ = differing(marks_.sources, before_.marks.sources);
  exact_ = differing(marks_.exact, before_.marks.exact);
  shown_ = differing(marks_.shown, before_.marks.shown);
  lists_ = differing(marks_.lists, before_.marks.lists);
  findings_ = differing(marks_.findings, before_.marks.findings);
  has_other_releases_ = marks_.releases != before_.marks.releases;
  for (const auto& [table, marks] : before_.marks.ranks)
    ranks_[table] = differing(ranks_of(table), marks);
}

const Numbers& StandingPages::ranks_of(std::pair<std::int32_t, std::int32_t> table) {
  const auto [at, is_new] = marks_.ranks.try_emplace(table);
  const auto [indicator, period] = table;
  const Book& book = compiled_.book;
  if (is_new)
    at->second = rank_marks(book.measured.ranks.table(book.measured.cube, book.areas,
                                                      book.indicator(indicator), indicator, period),
                            book.areas.size());
  return at->second;
}

std::size_t StandingPages::place_of(const ReadSeries& series) const {
  return static_cast<std::size_t>(series.indicator) *
             static_cast<std::size_t>(compiled_.book.areas.size()) +
         static_cast<std::size_t>(series.area);
}

// Those of prefectures, of municipalities, and of each prefecture's own.
std::size_t StandingPages::place_of(const ReadList& list) const {
  const auto prefectures = compiled_.book.areas.prefectures();
  const auto own = std::ranges::find(prefectures, list.inside);
  const auto place = list.level == AreaLevel::prefecture ? 0
                     : list.inside == Areas::nation      ? 1
                                                         : 2 + (own - prefectures.begin());
  return static_cast<std::size_t>(list.indicator) * (2 + prefectures.size()) +
         static_cast<std::size_t>(place);
}

bool StandingPages::looks_the_same(const FigureReads& reads) const {
  const auto is_shown_otherwise = [&](const ReadSeries& each) {
    return is_other(shown_, place_of(each));
  };
  const auto is_other_exactly = [&](const ReadSeries& each) {
    return is_other(exact_, place_of(each));
  };
  const auto is_other_rank = [&](const ReadRank& each) {
    const auto table = ranks_.find({each.indicator, each.period});
    return table == ranks_.end() || is_other(table->second, static_cast<std::size_t>(each.area));
  };
  const auto is_other_source = [&](std::int32_t each) {
    return is_other(sources_, static_cast<std::size_t>(each));
  };
  const auto is_other_list = [&](const ReadList& each) { return is_other(lists_, place_of(each)); };
  const auto is_told_otherwise = [&](std::int32_t area) {
    return is_other(findings_, static_cast<std::size_t>(area));
  };
  return !reads.more && !(reads.releases && has_other_releases_) &&
         std::ranges::none_of(reads.findings, is_told_otherwise) &&
         std::ranges::none_of(reads.series, is_shown_otherwise) &&
         std::ranges::none_of(reads.exact, is_other_exactly) &&
         std::ranges::all_of(reads.comparisons,
                             [&](const auto& each) { return is_as_it_was(each); }) &&
         std::ranges::none_of(reads.ranks, is_other_rank) &&
         std::ranges::none_of(reads.lists, is_other_list) &&
         std::ranges::none_of(reads.sources, is_other_source);
}

bool StandingPages::is_as_it_was(const ReadComparison& made) const {
  const Book& book = compiled_.book;
  const auto figure = [&](const ReadFigure& of) {
    return Figure{of.indicator, of.area, of.breakdown,
                  book.measured.cube.find(of.indicator, of.area, of.period, of.breakdown)};
  };
  const Figure one = figure(made.one), other = figure(made.other);
  if (!one.has_value() || !other.has_value()) return false;
  if (made.kind == ReadComparison::Kind::order)
    return compare_figures(book, one, other) == made.result;
  const auto points = points_between(book, one, other);
  return (points ? points->scale : -1) == made.places &&
         (points ? points->mantissa : 0) == made.result;
}

bool StandingPages::take_over(std::size_t page) {
  if (before_.pages.empty()) return false;
  const KnownPage known = unpacked_page(before_.pages[page]);
  if (known.files.empty() || !looks_the_same(known.reads) || !tree_.keep(known.files)) return false;
  remember(page, known.reads, std::string(before_.pages[page]));
  ++kept_;
  return true;
}

bool StandingPages::take_over_set(std::size_t set) {
  const DataSet& wanted = compiled_.sets[set];
  // The rows of the others are in the set of all figures too.
  if (before_.pages.empty() || wanted.area == Areas::none) return false;
  for (int id = 0; id < static_cast<int>(compiled_.book.publication.indicators.size()); ++id)
    if (is_other(exact_, place_of({id, wanted.area}))) return false;
  std::vector<std::string> paths;
  for (const std::string& form : wanted.forms) paths.push_back(wanted.path + '.' + form);
  return tree_.keep(paths);
}

bool StandingPages::has_same_figures(int indicator) const {
  if (before_.pages.empty()) return false;
  const auto areas = static_cast<std::size_t>(compiled_.book.areas.size());
  for (std::size_t area = 0; area < areas; ++area)
    if (is_other(exact_, place_of({indicator, static_cast<std::int32_t>(area)}))) return false;
  return true;
}

// Tables of other kinds are a part of the rest.
void StandingPages::find_sources(FigureReads& reads) const {
  const auto find_in = [&](const Publication& publication) {
    for (std::size_t at = 0; at < publication.tables.size(); ++at)
      if (std::ranges::find(reads.tables, &publication.tables[at]) != reads.tables.end() &&
          has_figures(publication.sources[at]))
        reads.sources.push_back(static_cast<std::int32_t>(at));
  };
  find_in(compiled_.book.publication);
  if (compiled_.translated) find_in(compiled_.translated->book.publication);
  reads.tables.clear();
}

void StandingPages::note(std::size_t page, FigureReads reads, const std::vector<SiteFile>& files) {
  if (pages_.empty()) return;
  find_sources(reads);
  reads.settle();
  KnownPage known;
  for (const SiteFile& file : files)
    if (!file.prints) known.files.push_back(file.path);
  if (known.files.size() != files.size()) known.files.clear();
  known.reads = std::move(reads);
  remember(page, known.reads, packed_page(known));
}

void StandingPages::remember(std::size_t page, const FigureReads& reads, std::string packed) {
  const std::lock_guard lock(guard_);
  for (const ReadRank& each : reads.ranks) ranked_.emplace(each.indicator, each.period);
  pages_[page] = std::move(packed);
}

void StandingPages::make_ready() {
  for (const auto& table : ranked_) ranks_of(table);
}

void StandingPages::keep(const std::string& manifest_hash) {
  if (pages_.empty() || !disk_.write(file_, {})) return;
  hand_over_pages(marks_, std::exchange(pages_, {}), manifest_hash,
                  [&](std::string_view piece) { return disk_.add(file_, piece); });
}

}  // namespace yokoten
