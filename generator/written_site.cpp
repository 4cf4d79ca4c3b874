#include "written_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

#include "base/at_once.h"
#include "base/interruption.h"
#include "base/left_memory.h"
#include "base/pieces.h"
#include "base/threads.h"
#include "model/report.h"
#include "publish/data_files.h"
#include "publish/printed_pdf.h"
#include "publish/release.h"
#include "publish/share_picture.h"
#include "publish/site_index.h"
#include "publish/site_place.h"
#include "publish/tree.h"
#include "standing_pages.h"
#include "written_data.h"

namespace yokoten {
namespace {

// What few sites have more of: a list that grows by itself is held twice for a moment.
constexpr std::size_t files_of_page = 4;

/// Runs `work` on as many threads as there may be.
void run_threads(const BuildRequest& request, const std::function<void()>& work) {
  RoomTimes* times = request.onlooker.times;
  const int number = threads();
  if (times != nullptr) times->share_among(number);
  share_out(static_cast<std::size_t>(number), [&](std::size_t) { work(); });
  if (times != nullptr) times->share_among(1);
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

/// The page with pictures that are there from the start: printing does not wait for lazy ones.
std::string with_all_pictures(std::string html) {
  constexpr std::string_view lazy = " loading=\"lazy\"";
  for (std::size_t at = html.find(lazy); at != std::string::npos; at = html.find(lazy, at))
    html.erase(at, lazy.size());
  return html;
}

/// The page with everything that it shows.
PrintJob print_job(const CompiledSite& compiled, const Publication& publication,
                   const SiteFile& page) {
  PrintJob job{{}, page.path, publication.as_of};
  job.files[page.path] =
      with_all_pictures(with_public_links(page.bytes, page.path, publication.base_url));
  job.files[compiled.look.style.path] = compiled.look.style.bytes;
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
bool write_prints(const CompiledSite& compiled, const BuildRequest& request, Prints& prints,
                  NextTree& tree, Findings& findings) {
  const Publication& publication = compiled.book.publication;
  Progress& progress = *request.onlooker.progress;
  if (!prints.pages.empty())
    progress.begin({"好事例集の印刷", "printing the collection of cases"}, prints.pages.size());
  for (SiteFile& page : prints.pages) {
    const PrintJob job = print_job(compiled, publication, page);
    const std::string path = address_of(page.path) + std::string(pdf_name);
    auto pdf = kept_pdf(job, tree.standing(path).value_or(std::string()));
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
    progress.advance(1, 0);
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
  if (tree.keep({file.path})) return true;
  const auto png = png_of(file.bytes);
  return png && tree.write(file.path, *png);
}

/// The page's files, with a note of what was looked up for them.
std::vector<SiteFile> rendered(const Site& site, std::size_t page, const Templates& templates,
                               std::size_t first, StandingPages& standing) {
  FigureReads reads = site.compiling_reads(page);
  std::vector<SiteFile> files = [&] {
    const NotedReads noted(&reads);
    return site.rendered(page, templates);
  }();
  standing.note(first + page, std::move(reads), files);
  return files;
}

/// Renders and writes all pages that do not stand as they would be, each thread taking the next
/// one, after what is long of the data. False when a write failed. `first`: what StandingPages
/// counts the site's first page as.
bool write_pages(const Site& site, const TemplateTexts& texts, const BuildRequest& request,
                 std::size_t first, StandingPages& standing, WrittenData& data, NextTree& tree,
                 Prints& prints) {
  std::atomic<std::size_t> next{0};
  std::atomic<bool> good{true};
  RoomTimes* times = request.onlooker.times;
  run_threads(request, [&] {
    const InRoom here(times, Room::page);
    if (!data.write_long()) good = false;
    Templates templates(texts);
    for (std::size_t page = next++; page < site.size() && good; page = next++) {
      if (standing.take_over(first + page)) {
        request.onlooker.progress->advance(1, 0);
        continue;
      }
      const std::vector<SiteFile> files = rendered(site, page, templates, first, standing);
      const InRoom out(times, Room::publish);
      std::uint64_t bytes = 0;
      for (const SiteFile& file : files) {
        if (!write_file(file, tree, prints)) good = false;
        bytes += file.bytes.size();
      }
      request.onlooker.progress->advance(1, bytes);
    }
  });
  return good;
}

std::size_t page_count(const CompiledSite& compiled) {
  return compiled.site.size() + (compiled.translated ? compiled.translated->site.size() : 0);
}

bool write_pages(const CompiledSite& compiled, const BuildRequest& request, StandingPages& standing,
                 WrittenData& data, NextTree& tree, Prints& prints) {
  request.onlooker.progress->begin({"ページの書き出し", "writing pages"}, page_count(compiled));
  if (!write_pages(compiled.site, compiled.look.texts, request, 0, standing, data, tree, prints))
    return false;
  const CompiledEdition* other = compiled.translated.get();
  return other == nullptr || write_pages(other->site, other->texts, request, compiled.site.size(),
                                         standing, data, tree, prints);
}

/// Writes the other open data, each thread taking the next of them. False when a write failed.
bool write_sets(const CompiledSite& compiled, const BuildRequest& request, WrittenData& data) {
  request.onlooker.progress->begin({"オープンデータの書き出し", "writing open data"},
                                   compiled.sets.size());
  std::atomic<bool> good{true};
  run_threads(request, [&] {
    if (!data.write_other()) good = false;
  });
  return good;
}

bool write_rest(const CompiledSite& compiled, const std::string& base_url, NextTree& tree) {
  for (const SiteFile& file : compiled.data)
    if (!tree.write(file.path, file.bytes)) return false;
  if (compiled.translated)
    for (const SiteFile& file : compiled.translated->data)
      if (!tree.write(file.path, file.bytes)) return false;
  const auto& languages = compiled.book.publication.languages;
  for (const Asset* asset : compiled.look.assets(compiled.site))
    if (!tree.write(asset->path, asset->bytes)) return false;
  return tree.write("sitemap.xml", sitemap_xml(base_url, compiled.site.addresses(), languages));
}

// What the release that the live site shows is called, where the publication does not keep it.
std::string forgotten_release(const CompiledSite& compiled, const std::string& into, Disk& disk) {
  const auto record = read_release(disk.read(release_file(into)).value_or(std::string()));
  if (!record || !parse_period(record->as_of)) return {};
  for (const ReleaseChanges& each : compiled.book.history->releases())
    if (each.date == record->as_of) return {};
  return record->as_of;
}

// Its figures are about to be replaced. Nothing is lost by a build: they are laid beside the site.
// False when that failed.
bool rescue_release(const CompiledSite& compiled, const std::string& into, Disk& disk,
                    Findings& findings) {
  const std::string date = forgotten_release(compiled, into, disk);
  const auto figures = date.empty() ? std::nullopt : disk.read(into + "/data/observations.csv");
  if (!figures) return true;
  const std::string file = figures_file(into, date);
  if (!disk.replace(file, *figures)) return false;
  report_warning(
      findings, {file, 0, 0}, "release.forgotten",
      {fmt::format("今までのサイトの数値（{}）は、発行物に取ってありません。公表したものなら、この"
                   "ファイルを発行物の releases/{}.csv に移し、もう一度 build してください",
                   date, date),
       fmt::format("the figures of the site so far ({}) are not kept in the publication; if they "
                   "were published, move this file to releases/{}.csv there and build again",
                   date, date)});
  return true;
}

// The site stands, but nobody can publish it by its record.
void refuse_release(Findings& findings, const std::string& into, const std::string& reason) {
  report_error(findings, {release_file(into), 0, 0}, "publish.release",
               {"サイトはできましたが、その記録が書けません（" + reason +
                    "）。公開する前に、build をやり直してください",
                "the site is built, but its record can't be written (" + reason +
                    "); build it again before it is published"});
}

std::string record_text(const CompiledSite& compiled, const std::string& manifest_hash,
                        const Findings& findings) {
  const Book& book = compiled.book;
  BuildRecord record = record_of(book.publication, compiled.site.duties(), findings, manifest_hash);
  record.facts =
      build_facts(book.publication, book.areas, book.measured, *book.corrected_figures, findings);
  return release_json(record);
}

// Writes the whole site into `tree`, beside the one that stands.
bool fill_tree(const CompiledSite& compiled, const BuildRequest& request, Disk& disk,
               StandingPages& standing, NextTree& tree, Findings& findings) {
  Prints prints;
  WrittenData data(compiled, request, disk, standing, tree, findings);
  if (!write_pages(compiled, request, standing, data, tree, prints) ||
      !write_sets(compiled, request, data)) {
    if (!blocks(findings)) refuse_write(findings, request.into, tree.reason());
    return false;
  }
  const InRoom here(request.onlooker.times, Room::publish);
  if (!write_rest(compiled, compiled.book.publication.base_url, tree)) {
    refuse_write(findings, request.into, tree.reason());
    return false;
  }
  if (compiled.translated) compiled.translated->site.report_left(findings);
  if (blocks(findings)) return false;
  return write_prints(compiled, request, prints, tree, findings) && !report_unread(disk, findings);
}

// Brings `tree` to the disk and exchanges it for the site that stands; its record follows.
bool take_place(const CompiledSite& compiled, const BuildRequest& request, Disk& disk,
                StandingPages& standing, NextTree& tree, Findings& findings) {
  request.onlooker.progress->begin({"ディスクへの書き込み", "bringing it to the disk"}, 0);
  bool is_sealed = false;
  at_once([&] { is_sealed = tree.seal(); }, [&] { standing.make_ready(); });

  if (!is_sealed) {
    refuse_write(findings, request.into, tree.reason());
    return false;
  }
  complete_undisturbed();
  if (!rescue_release(compiled, request.into, disk, findings)) {
    refuse_write(findings, request.into, disk.reason());
    return false;
  }
  const std::string record = record_text(compiled, tree.manifest_hash(), findings);
  if (!tree.finish()) {
    refuse_write(findings, request.into, tree.reason());
    return false;
  }
  const auto record_it = [&] {
    if (!disk.replace(release_file(request.into), record))
      refuse_release(findings, request.into, disk.reason());
  };
  at_once(record_it, [&] { standing.keep(tree.manifest_hash()); });
  return true;
}

// The library that draws the pictures of shared links begins a thread, and ends the program where
// it can't: rather std::system_error now.
void demand_thread() {
  std::thread([] {}).join();
}

}  // namespace

std::optional<BuildReport> written_site(const CompiledSite& compiled, const BuildRequest& request,
                                        Disk& disk, EarlyLook& early, Findings& findings) {
  if (!may_stand(request.into, disk, findings)) return std::nullopt;  // nothing is left there
  demand_thread();
  auto next = [&] {
    const InRoom here(request.onlooker.times, Room::publish);
    return std::make_unique<NextTree>(disk, request.into, &early);
  }();
  NextTree& tree = *next;
  if (!may_take_place(tree, request.into, disk, findings)) return std::nullopt;
  tree.expect(files_of_page * page_count(compiled));
  StandingPages standing(compiled, request, tree, disk);
  if (!fill_tree(compiled, request, disk, standing, tree, findings)) return std::nullopt;
  const InRoom here(request.onlooker.times, Room::publish);
  if (!take_place(compiled, request, disk, standing, tree, findings)) return std::nullopt;
  const BuildReport report{.pages = page_count(compiled),
                           .files = tree.files() + 1,
                           .bytes = tree.bytes(),
                           .kept = standing.kept(),
                           .written = tree.written() + 1,
                           .added = tree.changes().added,
                           .changed = tree.changes().changed,
                           .removed = tree.changes().removed,
                           .disk_seconds = tree.disk_seconds()};
  if (request.is_last) leave_to_system(std::move(next));
  return report;
}

std::string address_of(const std::string& path) {
  constexpr std::string_view kIndex = "index.html";
  return path.ends_with(kIndex) ? path.substr(0, path.size() - kIndex.size()) : path;
}

}  // namespace yokoten
