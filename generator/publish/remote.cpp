#include "publish/remote.h"

#include <nlohmann/json.hpp>

#include "base/media_type.h"
#include "publish/published_record.h"

namespace yokoten {
namespace {

// Given to whoever asks for the files: those with a name that follows from their contents never
// change, all others are asked after each time.
constexpr const char* for_ever = "Cache-Control: public, max-age=31536000, immutable";
constexpr const char* for_now = "Cache-Control: no-cache";

}  // namespace

RcloneEnd Remote::run(const std::vector<std::string>& arguments, const RcloneWatch& watch) {
  RcloneEnd end = run_rclone(program_, arguments, watch);
  if (!end.is_fine()) reason_ = end.reason;
  return end;
}

// A run on so many files; each is done once it is carried over, deleted, or in the output.
RcloneEnd Remote::run_on(const std::vector<std::string>& arguments, std::size_t files) {
  RcloneState told;
  const auto tell = [&](const RcloneState& now) {
    const std::size_t done = std::min(files, now.files + now.lines);
    if (done < told.files || now.bytes < told.bytes) return;
    progress_.advance(done - told.files, now.bytes - told.bytes);
    told = {done, now.bytes, 0};
  };
  RcloneEnd end = run(arguments, tell);
  if (end.is_fine()) progress_.advance(files - told.files, 0);
  return end;
}

bool Remote::is_reached() {
  program_ = rclone_path();
  if (program_.empty()) return false;
  const RcloneEnd end = run({"backend", "features", name_});
  const auto told = nlohmann::json::parse(end.out, nullptr, false);
  if (!end.is_fine() || !told.is_object()) return false;
  for (const char* kind : {"sha256", "sha1", "md5"})
    for (const auto& each : told.value("Hashes", nlohmann::json::array()))
      if (each == kind) hash_kind_ = kind;
  keeps_types_ = told.value("Features", nlohmann::json::object()).value("BucketBased", false);
  return true;
}

std::optional<RemoteFiles> Remote::files() {
  std::vector<std::string> words = {"lsjson",       "--recursive",   "--files-only",
                                    "--no-modtime", "--no-mimetype", name_};
  if (!hash_kind_.empty()) words.insert(words.end(), {"--hash", "--hash-type", hash_kind_});
  const RcloneEnd end = run(words);
  if (end.found_nothing()) return RemoteFiles();
  const auto told = nlohmann::json::parse(end.out, nullptr, false);
  if (!end.is_fine() || !told.is_array()) return std::nullopt;
  RemoteFiles all;
  for (const auto& each : told) {
    const auto hashes = each.value("Hashes", nlohmann::json::object());
    const auto bytes = each.value("Size", std::int64_t{-1});
    all[each.value("Path", "")] = {static_cast<std::uint64_t>(bytes),
                                   hash_kind_.empty() ? "" : hashes.value(hash_kind_, "")};
  }
  return all;
}

std::optional<std::string> Remote::read(const std::string& path) {
  const bool joined = name_.ends_with(':') || name_.ends_with('/');
  RcloneEnd end = run({"cat", name_ + (joined ? "" : "/") + path});
  if (!end.is_fine()) return std::nullopt;
  return std::move(end.out);
}

std::string Remote::list_of(const std::vector<std::string>& paths) {
  std::string all;
  for (const std::string& each : paths) all += each + '\n';
  const std::string file = scratch_ + "/list";
  return disk_.write(file, all) ? file : std::string();
}

std::optional<std::map<std::string, std::string>> Remote::read_hashes(
    const std::vector<std::string>& paths) {
  std::map<std::string, std::string> hashes;
  if (paths.empty()) return hashes;
  progress_.begin({"送ったものの読み返し", "reading files back"}, paths.size());
  const RcloneEnd end = run_on({"hashsum", "sha256", "--download", "--fast-list", "--checkers",
                                "16", "--files-from-raw", list_of(paths), name_},
                               paths.size());
  if (!end.is_fine()) return std::nullopt;
  constexpr std::size_t digits = 64, gap = 2;
  for (std::size_t begin = 0; begin < end.out.size();) {
    const std::size_t stop = std::min(end.out.find('\n', begin), end.out.size());
    const std::string line = end.out.substr(begin, stop - begin);
    if (line.size() > digits + gap) hashes[line.substr(digits + gap)] = line.substr(0, digits);
    begin = stop + 1;
  }
  return hashes;
}

bool Remote::copy(const std::string& from, const std::string& to,
                  const std::vector<std::string>& paths, const std::vector<std::string>& more) {
  if (paths.empty()) return true;
  std::vector<std::string> words = {"copy",
                                    from,
                                    to,
                                    "--files-from-raw",
                                    list_of(paths),
                                    "--no-traverse",
                                    "--ignore-times",
                                    "--no-check-dest",
                                    "--transfers",
                                    "16"};
  words.insert(words.end(), more.begin(), more.end());
  return run_on(words, paths.size()).is_fine();
}

bool Remote::bring(const std::string& folder, const std::vector<std::string>& paths) {
  if (!keeps_types_) return copy(folder, name_, paths, {});
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> alike;
  for (const std::string& each : paths)
    alike[{media_type(each), is_named_by_contents(each) ? for_ever : for_now}].push_back(each);
  for (const auto& [headers, same] : alike)
    if (!copy(folder, name_, same,
              {"--header-upload", "Content-Type: " + headers.first, "--header-upload",
               headers.second}))
      return false;
  return true;
}

bool Remote::fetch(const std::string& folder, const std::vector<std::string>& paths) {
  return copy(name_, folder, paths, {});
}

// Without --fast-list, a bucket's folders that hold folders alone would not be looked into.
bool Remote::remove(const std::vector<std::string>& paths) {
  return paths.empty() ||
         run_on({"delete", "--fast-list", "--files-from-raw", list_of(paths), name_}, paths.size())
             .is_fine();
}

}  // namespace yokoten
