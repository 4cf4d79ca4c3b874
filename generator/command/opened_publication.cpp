#include "command/opened_publication.h"

#include <filesystem>

#include "command/book_cells.h"
#include "command/book_starters.h"
#include "model/report.h"

namespace yokoten {
namespace {

namespace fs = std::filesystem;

// As it is written, and where its links lead.
std::vector<fs::path> places_of(const fs::path& path) {
  std::error_code error;
  const fs::path plain = fs::absolute(path, error).lexically_normal();
  return {plain, fs::weakly_canonical(plain, error)};
}

// The way from `folder` down to `file`; empty where it lies elsewhere.
fs::path below(const fs::path& folder, const fs::path& file) {
  const fs::path way = file.lexically_relative(folder);
  return way.empty() || *way.begin() == ".." ? fs::path() : way;
}

bool is_part_of(const std::string& publication, const std::string& file) {
  std::error_code error;
  if (fs::equivalent(publication, file, error)) return true;
  const bool is_book = is_book_path(publication) && !fs::is_directory(publication, error);
  // With a slash behind it a folder would have an empty name inside.
  const fs::path folder =
      is_book ? fs::path(publication).parent_path() : fs::path(publication) / ".";
  for (const fs::path& outer : places_of(folder.empty() ? fs::path(".") : folder))
    for (const fs::path& inner : places_of(file))
      if (const fs::path way = below(outer.has_filename() ? outer : outer.parent_path(), inner);
          !way.empty() && (!is_book || names_beside_book().contains(way.begin()->string())))
        return true;
  return false;
}

}  // namespace

const std::set<std::string>& names_beside_book() {
  static const std::set<std::string> names = {
      "raw",       "documents", "photos",  "look",      "charts",
      "templates", "releases",  "queries", "pull.lock", "pull.yokoten-lock"};
  return names;
}

// `.` and `..` have the name of the folder that they are.
std::string publication_name(const std::string& path) {
  if (is_book_path(path)) return std::filesystem::path(path).stem().string();
  const auto full = std::filesystem::absolute(path).lexically_normal();
  return (full.has_filename() ? full : full.parent_path()).filename().string();
}

bool lies_outside(const std::string& publication, const std::string& file, const std::string& code,
                  Findings& findings) {
  if (!is_part_of(publication, file)) return true;
  report_error(findings, {file, 0, 0}, code,
               {"発行物そのもの（もとのエクセルや、raw/ などのフォルダーの中）には書きません。別の"
                "場所の名前を指定してください",
                "this is the publication itself, or lies where it is read from, and is not "
                "written over; name a file elsewhere"});
  return false;
}

OpenedPublication::OpenedPublication(const Surroundings& surroundings, const std::string& path,
                                     RealDisk disk)
    : real_(std::move(disk)), folder_(path) {
  if (!is_book_path(path) || real_.files(path).size() > 0) return;
  book_ = read_book_cells(real_, path, own_);
  readable_ = book_.has_value();
  if (readable_) unfold_book(surroundings.home, std::filesystem::path(path).parent_path().string());
}

OpenedPublication::OpenedPublication(const Surroundings& surroundings, CellBook book,
                                     const std::string& beside)
    : book_(std::move(book)) {
  unfold_book(surroundings.home, beside);
}

void OpenedPublication::unfold_book(const std::string& home, const std::string& beside) {
  // No folder can have this name, since a file has it.
  folder_ = book_->file + '/' + publication_name(book_->file);
  beside_ = beside;
  unfolded_ = unfold(*book_, {real_, beside});
  own_.insert(own_.end(), unfolded_.own.begin(), unfolded_.own.end());
  layered_.emplace(real_, folder_, beside, names_beside_book());
  add_starters(home);
  for (const auto& [path, file] : unfolded_.files) layered_->front[path] = file.text();
}

// Under what the book says lie the starting files of its kind.
void OpenedPublication::add_starters(const std::string& home) {
  const bool national = unfolded_.kind == "national";
  const auto files =
      starters_under_book(real_, home, national ? std::string() : unfolded_.prefecture,
                          unfolded_.as_of, unfolded_.sheets, own_);
  for (const auto& [path, text] : files)
    if (!unfolded_.dropped.contains(path)) layered_->front[path] = text;
}

// Messages name other cells of raw files too.
void OpenedPublication::name_real_files(std::string& text) const {
  const std::string inside = folder_ + '/';
  for (std::size_t at = text.find(inside); at != std::string::npos; at = text.find(inside, at))
    text.replace(at, inside.size(), beside_.empty() ? "" : beside_ + '/');
}

Disk& OpenedPublication::disk() {
  return layered_ ? static_cast<Disk&>(*layered_) : static_cast<Disk&>(real_);
}

Findings OpenedPublication::settled(Findings findings) const {
  if (!book_) {
    findings.insert(findings.begin(), own_.begin(), own_.end());
    return findings;
  }
  for (Finding& each : findings) {
    const std::string inside = folder_ + '/';
    if (each.place.file.starts_with(inside)) {
      const std::string file = each.place.file.substr(0, each.place.file.find('#'));
      // Only the way to the file changes; `#SHEET` behind it stays.
      if (const auto real = layered_->real_path(file)) {
        each.place.file = *real + each.place.file.substr(file.size());
        continue;
      }
    }
    each = in_the_book(std::move(each), unfolded_, folder_, book_->file);
  }
  for (Finding& each : findings)
    for (std::string* text : {&each.message.ja, &each.message.en}) name_real_files(*text);
  findings = without_echoes(std::move(findings), own_);
  findings.insert(findings.end(), own_.begin(), own_.end());
  sort_by_place(findings);
  return findings;
}

}  // namespace yokoten
