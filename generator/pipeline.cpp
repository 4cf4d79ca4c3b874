#include "pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include "chart/house/draw.h"
#include "check/check.h"
#include "measure/measure.h"
#include "model/report.h"
#include "page/site.h"
#include "protect/office_rows.h"
#include "protect/outcomes.h"
#include "protect/protect.h"
#include "publish/assets.h"
#include "publish/calendar.h"
#include "publish/cases_data.h"
#include "publish/open_data.h"
#include "publish/outcomes_csv.h"
#include "publish/printed_pdf.h"
#include "publish/release.h"
#include "publish/share_picture.h"
#include "publish/site_index.h"
#include "publish/tree.h"
#include "read/areas.h"
#include "read/publication.h"
#include "read/words.h"

namespace yokoten {
namespace {

/// templates/ of the program with the publication's own files in their place.
std::map<std::string, std::string> template_files(Disk& disk, const std::string& home,
                                                  const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const std::string& place : {home + "/templates", folder + "/templates"})
    for (const std::string& path : disk.files(place))
      if (auto bytes = disk.read(place + '/' + path)) files[path] = std::move(*bytes);
  return files;
}

/// What the pages of model projects offer to read or fill in, and the photos of cases.
void add_documents(Disk& disk, const Publication& publication, std::vector<SiteFile>& files) {
  std::set<std::string> paths;
  for (const GoodPractice& practice : publication.practices)
    for (const CasePhoto& each : practice.photos) paths.insert(each.path);
  for (const ModelProject& project : publication.projects)
    for (const ProjectDocument& each : project.documents)
      if (!each.path.empty()) paths.insert(each.path);
  for (const std::string& path : paths)
    if (auto bytes = disk.read(publication.folder + '/' + path))
      files.push_back({path, std::move(*bytes)});
}

/// The files of the site that are no pages and belong to none.
std::vector<SiteFile> data_files(Disk& disk, const Examined& seen) {
  const auto& [publication, areas, measured] = seen;
  std::vector<SiteFile> files;
  files.push_back({"data/observations.csv", observations_csv(publication, areas, measured)});
  if (std::string outcomes = outcomes_csv(publication, areas, measured); !outcomes.empty())
    files.push_back({"data/outcomes.csv", std::move(outcomes)});
  if (std::string cases = cases_csv(publication, areas, measured); !cases.empty()) {
    files.push_back({"data/cases.csv", std::move(cases)});
    files.push_back({"data/cases.json", cases_json(publication, areas, measured)});
  }
  if (std::string events = events_ics(publication); !events.empty())
    files.push_back({"data/events.ics", std::move(events)});
  files.push_back({"robots.txt", robots_txt(publication.base_url)});
  for (const Source& source : publication.sources) {
    if (source.withheld) continue;
    if (auto bytes = disk.read(publication.folder + '/' + source.file))
      files.push_back({"data/" + source.file, std::move(*bytes)});
  }
  add_documents(disk, publication, files);
  return files;
}

/// What lies beside the pages of areas, and the index that finds them.
std::vector<SiteFile> area_files(const Examined& seen, const Site& site) {
  const Areas& areas = seen.areas;
  const auto has_page = [&](int area) {
    return areas.has_page(area) && site.has_page(areas.path(area));
  };
  std::vector<SiteFile> files;
  files.push_back({"search/areas.js", areas_script(areas, has_page)});
  for (int area = 0; area < areas.size(); ++area)
    if (has_page(area))
      files.push_back(
          {areas.path(area) + "index.csv", area_csv(seen.publication, areas, seen.measured, area)});
  return files;
}

std::vector<std::string> paths_of(const std::vector<SiteFile>& files) {
  std::vector<std::string> paths = {"manifest.json", "sitemap.xml"};
  for (const SiteFile& file : files) paths.push_back(file.path);
  return paths;
}

/// Whether the finding may quote figures that are hidden: it is about a file that does not go out,
/// or about sums and differences, which stand in no file or come from several.
bool may_quote_hidden(const Finding& finding, const Publication& publication) {
  static const std::set<std::string> kOfSeveral = {"list.bound", "remainder.negative",
                                                   "total.sources"};
  static const std::set<std::string> kOfSums = {"percent.over", "ratio.over", "series.jump",
                                                "series.unit"};
  bool in_table = false;
  for (std::size_t at = 0; at < publication.sources.size(); ++at) {
    const Source& source = publication.sources[at];
    const bool here = finding.place.file == publication.tables[at].file() ||
                      finding.place.file.starts_with(publication.folder + '/' + source.file);
    if (here && source.withheld) return true;
    in_table = in_table || here;
  }
  return kOfSeveral.contains(finding.code) || (!in_table && kOfSums.contains(finding.code));
}

Findings told_on_pages(Findings findings, const Publication& publication) {
  const auto& sources = publication.sources;
  if (std::any_of(sources.begin(), sources.end(), [](const auto& each) { return each.withheld; }))
    std::erase_if(findings,
                  [&](const Finding& each) { return may_quote_hidden(each, publication); });
  return findings;
}

/// Pages, compiled with all that they stand on. Kept together because pages point into the book.
struct Compiled {
  std::map<std::string, std::string> files;
  TemplateTexts texts;
  Draw drawing = chart::draw;
  Asset style, find_script, charts_script;
  Findings seen;
  Book book;
  std::vector<SiteFile> data;
  Site site;

  Compiled(Disk& disk, const std::string& home, const Examined& examined, Findings& findings)
      : files(template_files(disk, home, examined.publication.folder)),
        texts(files, examined.publication.words, findings),
        style(style_asset(files, examined.publication.title, findings)),
        find_script(script_asset(files, "find", findings)),
        charts_script(script_asset(files, "charts", findings)),
        seen(told_on_pages(findings, examined.publication)),
        book(prepared({examined.publication, examined.areas, examined.measured, seen, drawing})),
        data(data_files(disk, examined)),
        site(book, {style.path, find_script.path, charts_script.path}, paths_of(data), findings) {
    for (SiteFile& file : area_files(examined, site)) data.push_back(std::move(file));
  }

  static Book prepared(Book made) {
    made.prepare();
    return made;
  }
};

int threads_for(int jobs) {
  if (jobs > 0) return jobs;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

/// `areas/31/` of `areas/31/index.html`.
std::string address_of(const std::string& path) {
  constexpr std::string_view kIndex = "index.html";
  return path.ends_with(kIndex) ? path.substr(0, path.size() - kIndex.size()) : path;
}

void refuse(Findings& findings, const std::string& into, const char* code, Message message) {
  report_error(findings, {into, 0, 0}, code, std::move(message));
}

void refuse_write(Findings& findings, const std::string& into, const std::string& reason) {
  refuse(findings, into, "publish.write",
         {"書けません（" + reason + "）。今までのサイトはそのままです",
          "can't write (" + reason + "); the site stays as it was"});
}

/// Pages that are printed too, held back until that is done.
struct Prints {
  std::mutex guard;
  std::vector<SiteFile> pages;
};

/// Links of the page that lead back into the site, as its public addresses: a PDF goes about alone.
std::string with_public_links(std::string html, const std::string& path, const std::string& base) {
  std::string back = "href=\"";
  for (auto depth = std::count(path.begin(), path.end(), '/'); depth > 0; --depth) back += "../";
  for (std::size_t at = html.find("<a "); at != std::string::npos; at = html.find("<a ", at + 1)) {
    const std::size_t link = html.find(back, at);
    if (link < html.find('>', at)) html.replace(link, back.size(), "href=\"" + base);
  }
  return html;
}

/// The page with everything that it shows.
PrintJob print_job(const Compiled& compiled, const Publication& publication, const SiteFile& page) {
  PrintJob job{{}, page.path, publication.as_of};
  job.files[page.path] = with_public_links(page.bytes, page.path, publication.base_url);
  job.files[compiled.style.path] = compiled.style.bytes;
  for (const SiteFile& file : compiled.data)
    if (file.path.starts_with("photos/")) job.files[file.path] = file.bytes;
  return job;
}

/// （PDF、12ページ、1.4MB）
std::string pdf_size_text(const Book& book, const PrintedPdf& pdf) {
  const auto tenths = static_cast<std::int64_t>((pdf.bytes.size() * 10 + (1U << 20U) - 1) >> 20U);
  return book.word("collection.pdf_size",
                   {std::to_string(pdf.pages), to_shown(Decimal{tenths, 1})});
}

/// Prints what is to be printed and writes it beside its page; what the live site has of the same
/// page is taken over.
bool write_prints(const Compiled& compiled, Disk& disk, const BuildRequest& request, Prints& prints,
                  NextTree& tree, Findings& findings) {
  const Publication& publication = compiled.book.publication;
  for (SiteFile& page : prints.pages) {
    const PrintJob job = print_job(compiled, publication, page);
    const std::string path = address_of(page.path) + std::string(pdf_name);
    auto pdf = kept_pdf(job, disk.read(request.into + '/' + path).value_or(std::string()));
    Message reason;
    if (!pdf) pdf = printed_pdf(job, reason);
    if (!pdf) {
      refuse(findings, publication.folder + "/publication.toml", "collection.pdf",
             {"好事例集をPDFにできません。" + reason.ja + "。今までのサイトはそのままです",
              "can't print the collection of cases: " + reason.en + "; the site stays as it was"});
      return false;
    }
    if (const std::size_t at = page.bytes.find(pdf_mark); at != std::string::npos)
      page.bytes.replace(at, pdf_mark.size(), pdf_size_text(compiled.book, *pdf));
    if (!tree.write(path, pdf->bytes) || !tree.write(page.path, page.bytes)) {
      refuse_write(findings, request.into, tree.reason());
      return false;
    }
  }
  return true;
}

/// Pictures are drawn only where the live site does not have them yet.
bool write_file(const SiteFile& file, NextTree& tree, Prints& prints) {
  if (file.prints) {
    const std::lock_guard lock(prints.guard);
    prints.pages.push_back(file);
    return true;
  }
  if (!file.picture) return tree.write(file.path, file.bytes);
  if (tree.keep(file.path)) return true;
  const auto png = png_of(file.bytes);
  return png && tree.write(file.path, *png);
}

/// Renders and writes all pages, each thread taking the next one. False when a write failed.
bool write_pages(const Compiled& compiled, int jobs, NextTree& tree, Prints& prints) {
  std::atomic<std::size_t> next{0};
  std::atomic<bool> good{true};
  const auto work = [&] {
    Templates templates(compiled.texts);
    for (std::size_t page = next++; page < compiled.site.size() && good; page = next++)
      for (const SiteFile& file : compiled.site.rendered(page, templates))
        if (!write_file(file, tree, prints)) good = false;
  };
  std::vector<std::jthread> threads;
  for (int number = 1; number < threads_for(jobs); ++number) threads.emplace_back(work);
  work();
  threads.clear();
  return good;
}

bool write_rest(const Compiled& compiled, const std::string& base_url, NextTree& tree) {
  for (const SiteFile& file : compiled.data)
    if (!tree.write(file.path, file.bytes)) return false;
  return tree.write("sitemap.xml", sitemap_xml(base_url, compiled.site.addresses())) &&
         tree.write(compiled.style.path, compiled.style.bytes) &&
         tree.write(compiled.find_script.path, compiled.find_script.bytes) &&
         tree.write(compiled.charts_script.path, compiled.charts_script.bytes);
}

/// The area's own page, then pages about no area, then the others.
void nearest_first(std::vector<std::string>& paths, const std::string& own) {
  const auto rank = [&](const std::string& path) {
    return path == own ? 0 : path.starts_with("areas/") ? 2 : 1;
  };
  std::sort(paths.begin(), paths.end(), [&](const std::string& a, const std::string& b) {
    return std::pair(rank(a), a) < std::pair(rank(b), b);
  });
}

void refuse_lock(Findings& findings, const std::string& into, const std::string& reason) {
  if (!reason.empty()) return refuse_write(findings, into, reason);
  refuse(findings, into, "publish.locked",
         {"別の build がここへ書いています。終わってからやり直してください",
          "another build is writing here; try again when it has ended"});
}

// The site stands, but nobody can publish it by its record.
void warn_release(Findings& findings, const std::string& into, const std::string& reason) {
  report_warning(findings, {release_file(into), 0, 0}, "publish.release",
                 {"サイトはできましたが、その記録が書けません（" + reason + "）",
                  "the site is built, but its record can't be written (" + reason + ")"});
}

std::optional<BuildReport> written(const Compiled& compiled, const Publication& publication,
                                   Disk& disk, const BuildRequest& request, Findings& findings) {
  if (disk.read(request.into)) {
    refuse(findings, request.into, "publish.foreign",
           {"フォルダーではなくファイルがあるので置き換えません",
            "this is a file and no folder; it is not replaced"});
    return std::nullopt;
  }
  NextTree tree(disk, request.into);
  if (!tree.is_ours()) {
    refuse_lock(findings, request.into, disk.reason());
    return std::nullopt;
  }
  if (!tree.may_replace()) {
    refuse(findings, request.into, "publish.foreign",
           {"このフォルダーには別のものがあるので置き換えません（manifest.json がありません）",
            "something else stands in this folder; it is not replaced (it has no manifest.json)"});
    return std::nullopt;
  }
  Prints prints;
  if (!write_pages(compiled, request.jobs, tree, prints) ||
      !write_rest(compiled, publication.base_url, tree)) {
    refuse_write(findings, request.into, tree.reason());
    return std::nullopt;
  }
  if (!write_prints(compiled, disk, request, prints, tree, findings)) return std::nullopt;
  if (!tree.finish()) {
    refuse_write(findings, request.into, tree.reason());
    return std::nullopt;
  }
  const std::string release =
      release_json(release_of(publication, compiled.site.duties(), findings, tree.manifest()));
  if (!disk.replace(release_file(request.into), release))
    warn_release(findings, request.into, disk.reason());
  return BuildReport{compiled.site.size(), tree.files() + 1, tree.bytes()};
}

}  // namespace

std::optional<Examined> examined(Disk& disk, const std::string& home, const std::string& folder,
                                 Findings& findings) {
  auto words = read_words(disk, home + "/templates/words/ja.toml", findings);
  const std::string own_words = folder + "/templates/words/ja.toml";
  if (disk.exists(own_words))
    for (auto& [key, word] : read_words(disk, own_words, findings)) words[key] = std::move(word);
  auto areas = read_areas(disk, home + "/data/areas", findings);
  auto publication = read_publication(disk, folder, findings);
  if (!areas || !publication) return std::nullopt;
  publication->words = std::move(words);
  auto measured = measure(*publication, *areas, findings);
  if (!measured) return std::nullopt;
  Examined seen{std::move(*publication), std::move(*areas), std::move(*measured)};
  check(seen.publication, seen.areas, seen.measured, findings);
  withhold_office_rows(seen.publication);
  const bool outcomes_hidden = protect_outcomes(seen.publication, seen.measured, findings);
  if (protect(seen.publication, seen.areas, seen.measured, findings) || outcomes_hidden)
    measure_again(seen.publication, seen.areas, seen.measured, findings);
  sort_by_place(findings);
  return seen;
}

std::vector<Duty> check_pages(Disk& disk, const std::string& home, const Examined& seen,
                              Findings& findings) {
  const Compiled compiled(disk, home, seen, findings);
  sort_by_place(findings);
  return compiled.site.duties();
}

std::vector<std::string> pages_showing(Disk& disk, const std::string& home, const Examined& seen,
                                       const Observation& observation, Findings& findings) {
  Compiled compiled(disk, home, seen, findings);
  std::vector<std::string> paths;
  if (blocks(findings)) return paths;
  FigureWatch watch{&observation, false};
  compiled.book.watch = &watch;
  Templates templates(compiled.texts);
  for (std::size_t page = 0; page < compiled.site.size(); ++page) {
    watch.seen = false;
    const auto files = compiled.site.rendered(page, templates);
    if (watch.seen) paths.push_back(address_of(files.back().path));
  }
  nearest_first(paths, seen.areas.path(observation.area));
  return paths;
}

std::optional<BuildReport> build_site(Disk& disk, const BuildRequest& request, Findings& findings) {
  const auto seen = examined(disk, request.home, request.folder, findings);
  if (!seen || blocks(findings)) {
    if (seen) check_pages(disk, request.home, *seen, findings);
    return std::nullopt;
  }
  const Compiled compiled(disk, request.home, *seen, findings);
  sort_by_place(findings);
  if (blocks(findings)) return std::nullopt;
  return written(compiled, seen->publication, disk, request, findings);
}

}  // namespace yokoten
