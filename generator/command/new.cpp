#include <fmt/core.h>

#include <filesystem>
#include <set>

#include "base/clock.h"
#include "base/text.h"
#include "command/book_cells.h"
#include "command/book_starters.h"
#include "command/book_xlsx.h"
#include "command/commands.h"
#include "command/diagnostics.h"
#include "command/folded_publication.h"
#include "command/opened_publication.h"
#include "draft/publication.h"
#include "model/report.h"
#include "read/areas.h"

namespace yokoten {
namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, std::string>;

// A prefecture must be one: its name stands all over the new publication.
bool knows_prefecture(const Areas& areas, const std::string& name, Findings& findings) {
  if (areas.by_name(Areas::nation, name) != Areas::none) return true;
  std::vector<std::string> names;
  for (const int each : areas.prefectures()) names.push_back(areas.at(each).name);
  report_error(
      findings, {"--prefecture", 0, 0}, "new.prefecture",
      with_nearest({"「" + name + "」という都道府県はありません", "there is no prefecture " + name},
                   name, names));
  return false;
}

// kind national with a prefecture, or the other way round.
bool fits(const NewArguments& arguments, Findings& findings) {
  const bool is_prefecture = arguments.kind == "prefecture";
  if (is_prefecture != arguments.prefecture.empty()) return true;
  report_error(findings, {"--prefecture", 0, 0}, "new.prefecture",
               is_prefecture ? Message{"--prefecture で都道府県を示してください（例 鳥取県）",
                                       "name the prefecture by --prefecture (such as 鳥取県)"}
                             : Message{"--prefecture は --kind prefecture と一緒に使います",
                                       "--prefecture goes with --kind prefecture"});
  return false;
}

/// Where a publication is to be made.
struct NewFolder {
  std::string folder;  ///< empty: the working one
  std::string book;    ///< empty: no workbook is asked for

  std::string path(const std::string& name) const {
    return folder.empty() ? name : folder + '/' + name;
  }
};

NewFolder target_of(const std::string& path) {
  if (is_book_path(path)) return {std::filesystem::path(path).parent_path().string(), path};
  std::string folder = path;
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  return {folder, ""};
}

/// What is being made, so that nothing of it stays where the rest can't be.
class MadeFiles {
 public:
  /// Before the file is written.
  void note(const std::string& file) {
    std::error_code error;
    if (fs::exists(file, error)) return;
    files_.push_back(file);
    fs::path folder = fs::path(file).parent_path();
    for (; !folder.empty() && !fs::exists(folder, error); folder = folder.parent_path())
      folders_.insert(folder);
  }

  void take_away(Disk& disk) {
    for (const std::string& file : files_) disk.remove_tree(file);
    std::error_code error;
    // Inner ones stand behind those that they lie in; one that somebody uses meanwhile stays.
    for (auto at = folders_.rbegin(); at != folders_.rend(); ++at) fs::remove(*at, error);
  }

 private:
  std::vector<std::string> files_;
  std::set<fs::path> folders_;
};

/// Makes what `yokoten new` is asked for; findings tell what stood in the way.
class Beginning {
 public:
  Beginning(const Surroundings& surroundings, const NewArguments& arguments, Findings& findings)
      : surroundings_(surroundings),
        arguments_(arguments),
        target_(target_of(arguments.folder)),
        findings_(findings) {}

  /// How many files were made; 0 where something stood in the way.
  std::size_t make(const Areas& areas) {
    const bool old_book = lower_ascii(arguments_.folder).ends_with(".xls");
    if (old_book || (!target_.book.empty() && !target_.book.ends_with(".xlsx")))
      return refuse_ending();
    if (!is_place_free()) return 0;
    const std::size_t files = arguments_.from.empty() ? begin(areas) : transform();
    if (files == 0) made_.take_away(disk_);
    return files;
  }

  const std::string& book() const { return made_book_; }

 private:
  std::size_t refuse_ending() {
    report_error(
        findings_, {arguments_.folder, 0, 0}, "new.book",
        {"新しいエクセルの名前は .xlsx で終わります", "a new workbook's name ends with .xlsx"});
    return 0;
  }
  bool is_place_free();
  std::size_t begin(const Areas& areas);
  std::size_t transform();
  bool is_publication(const std::string& path);
  std::size_t write_folder(const Files& files);
  std::size_t write_book(Disk& from, const std::string& folder, const std::string& path,
                         bool begun);
  bool copy_beside(Disk& from, const std::string& folder);

  const Surroundings& surroundings_;
  const NewArguments& arguments_;
  NewFolder target_;
  Findings& findings_;
  RealDisk disk_;
  MadeFiles made_;
  std::string made_book_;
};

// A workbook shares its folder with others, but not its raw/.
bool Beginning::is_place_free() {
  if (target_.book.empty()) return is_free(disk_, target_.folder, findings_);
  if (disk_.exists(target_.book)) {
    report_error(
        findings_, {target_.book, 0, 0}, "new.exists",
        {"もうあります。別の名前を指定してください", "it is there already; give another name"});
    return false;
  }
  const auto from = target_of(arguments_.from);
  if (!arguments_.from.empty() && from.folder == target_.folder) return true;
  return is_free(disk_, target_.path("raw"), findings_);
}

// The checksums of the sample files are left open, since the officer's own take their place; the
// address is marked, which is a comment in TOML.
CellBook as_begun(CellBook book) {
  for (BookSheet& sheet : book.sheets) {
    int column = 0;
    for (BookCell& cell : sheet.cells) {
      if (sheet.name == sheet::sources && cell.row == 1 && cell.text == "照合値")
        column = cell.column;
      if (sheet.name == sheet::settings && cell.text == "https://example.jp/")
        cell.text += "【記入】/";
    }
    std::erase_if(sheet.cells, [&](const BookCell& cell) {
      return column > 0 && cell.column == column && cell.row > 2;
    });
  }
  return book;
}

std::size_t Beginning::write_book(Disk& from, const std::string& folder, const std::string& path,
                                  bool begun) {
  auto book = folded_publication(from, surroundings_.home, folder, findings_);
  if (!book) return 0;
  if (begun) book = as_begun(std::move(*book));
  book->file = path;
  BookExtras extras;
  extras.guide = true;
  extras.lists = offered_lists(disk_, surroundings_.home, *book);
  const auto bytes = book_xlsx(*book, extras);
  made_.note(path);
  if (bytes && disk_.write(path, *bytes)) {
    made_book_ = path;
    return 1;
  }
  report_error(findings_, {path, 0, 0}, "new.write",
               {"書けません（" + disk_.reason() + "）", "can't write (" + disk_.reason() + ")"});
  return 0;
}

std::size_t Beginning::write_folder(const Files& files) {
  for (const auto& [path, bytes] : files) made_.note(target_.path(path));
  return write_files(disk_, target_.folder.empty() ? "." : target_.folder, files, findings_)
             ? files.size()
             : 0;
}

// Raw files and what else lies beside the one spelling lies beside the other too.
bool Beginning::copy_beside(Disk& from, const std::string& folder) {
  for (const std::string& path : from.files(folder)) {
    if (!names_beside_book().contains(path.substr(0, path.find('/')))) continue;
    const auto bytes = from.read(folder + '/' + path);
    const std::string to = target_.path(path);
    made_.note(to);
    if (bytes && !disk_.exists(to) && !disk_.write(to, *bytes)) {
      report_error(
          findings_, {to, 0, 0}, "new.write",
          {"書けません（" + disk_.reason() + "）", "can't write (" + disk_.reason() + ")"});
      return false;
    }
  }
  return true;
}

std::size_t Beginning::begin(const Areas& areas) {
  SystemClock clock;
  Files files = starting_files(disk_, surroundings_.home,
                               {.folder = target_.folder,
                                .kind = arguments_.kind,
                                .prefecture = arguments_.prefecture,
                                .today = japanese_day(clock.now()),
                                .code = code_of(areas, arguments_.prefecture)},
                               findings_);
  if (files.empty()) return 0;
  LayeredDisk start(disk_, "new", "", {});
  start.front = files;
  if (target_.book.empty()) {
    const std::size_t made = write_folder(files);
    const std::string path = target_.path(publication_name(target_.folder) + ".xlsx");
    return made > 0 && write_book(start, "new", path, true) > 0 ? made + 1 : 0;
  }
  std::erase_if(files, [](const auto& each) { return !each.first.starts_with("raw/"); });
  if (write_folder(files) != files.size()) return 0;
  return write_book(start, "new", target_.book, true) > 0 ? files.size() + 1 : 0;
}

// Of a workbook its reader says what is wrong.
bool Beginning::is_publication(const std::string& path) {
  const bool is_file = disk_.read(path).has_value();
  if (is_file ? is_book_path(path) : disk_.exists(path + "/publication.toml")) return true;
  if (!is_file && !disk_.exists(path))
    report_error(findings_, {path, 0, 0}, "publication.missing",
                 {"もとにする発行物がありません。フォルダーかエクセルの名前を確かめてください",
                  "there is no such publication; check the name of its folder or workbook"});
  else
    report_error(findings_, {path, 0, 0}, "publication.missing",
                 {"発行物ではありません。publication.toml のあるフォルダーか、エクセルの名前を"
                  "指定してください",
                  "this is no publication; name a folder with publication.toml, or a workbook"});
  return false;
}

std::size_t Beginning::transform() {
  if (!is_publication(arguments_.from)) return 0;
  OpenedPublication opened(surroundings_, arguments_.from);
  const Findings own = opened.own();
  findings_.insert(findings_.end(), own.begin(), own.end());
  if (!opened.is_readable() || blocks(own)) return 0;
  std::string folder = opened.folder();
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  if (!target_.book.empty()) {
    const std::size_t made = write_book(opened.disk(), folder, target_.book, false);
    return made > 0 && copy_beside(opened.disk(), folder) ? made : 0;
  }
  Files files;
  for (const std::string& path : opened.disk().files(folder))
    if (!is_book_path(path) && !names_beside_book().contains(path.substr(0, path.find('/'))))
      files[path] = opened.disk().read(folder + '/' + path).value_or(std::string());
  const std::size_t made = write_folder(files);
  return made > 0 && copy_beside(opened.disk(), folder) ? made : 0;
}

std::string told(const NewArguments& arguments, const std::string& book, std::size_t files,
                 bool ja) {
  const bool only_book = is_book_path(arguments.folder);
  if (!arguments.from.empty())
    return fmt::format(
        fmt::runtime(ja ? "{0} を {1} から作りました。次は yokoten check {0} を実行してください\n"
                        : "{0} was made from {1}. Next: yokoten check {0}\n"),
        arguments.folder, arguments.from);
  if (only_book)
    return fmt::format(
        fmt::runtime(
            ja ? "{0} を作りました。資料は隣の raw に置きます。次は「設定」の【記入】を書き換え、"
                 "yokoten check {0} を実行してください\n"
               : "{0} was made; its raw files lie in raw beside it. Next: fill in 【記入】 "
                 "in 設定, then yokoten check {0}\n"),
        book);
  return fmt::format(
      fmt::runtime(
          ja ? "{0} に{1}個のファイルを作りました。次は {0}/publication.toml の"
               "【記入】を書き換え、yokoten check {0} を実行してください。\n"
               "エクセルで書くなら、{2} を書き換え、yokoten check {2} を実行してください。"
               "渡した方だけが使われます（どちらか一方を直します）\n"
             : "{0}: {1} files. Next: fill in 【記入】 in {0}/publication.toml, then yokoten "
               "check {0}\nOr fill in the workbook, then yokoten check {2}: only what you "
               "name counts, so keep to one of them\n"),
      arguments.folder, files, book);
}

}  // namespace

int new_command(const Surroundings& surroundings, const NewArguments& arguments) {
  RealDisk disk;
  Findings findings;
  const bool begins = arguments.from.empty();
  const bool wrong = begins && !fits(arguments, findings);
  const auto areas =
      wrong ? std::nullopt : read_areas(disk, surroundings.home + "/data/areas", findings);
  const bool unknown = areas && !arguments.prefecture.empty() &&
                       !knows_prefecture(*areas, arguments.prefecture, findings);
  Beginning beginning(surroundings, arguments, findings);
  std::size_t files = areas && !unknown ? beginning.make(*areas) : 0;
  for (const Finding& finding : findings) tell("{}\n", to_line(finding, surroundings.language));
  if (wrong || unknown) return wrong_usage;
  if (files == 0) return failed;
  fmt::print("{}", told(arguments, beginning.book(), files, surroundings.language == Language::ja));
  return fine;
}

}  // namespace yokoten
