#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "command/commands.h"
#include "model/finding.h"
#include "publish/zip_target.h"

namespace yokoten {
namespace {

enum class TargetKind { folder, zip, remote, address };

/// As rclone reads it: what has a colon before any slash is a remote, `./a:b` a folder.
TargetKind kind_of(const std::string& target) {
  if (target.find("://") != std::string::npos && !target.starts_with(':'))
    return TargetKind::address;
  const std::size_t colon = target.find(':');
  if (colon != std::string::npos && colon < target.find('/')) return TargetKind::remote;
  return target.ends_with(".zip") ? TargetKind::zip : TargetKind::folder;
}

/// What can't be meant; empty where nothing is wrong.
std::optional<Message> misuse(const PublishArguments& arguments, TargetKind kind) {
  if (kind == TargetKind::address || kind == TargetKind::remote)
    return Message{"公開先は、フォルダーか zip で書いてください", "name a folder or a zip"};
  if (arguments.preview && kind != TargetKind::zip)
    return Message{"--preview は、公開先が zip のときだけ使えます",
                   "--preview makes a zip: let TARGET end in .zip"};
  if (arguments.rollback && kind == TargetKind::zip)
    return Message{"zip には、戻す先がありません", "a zip keeps nothing to go back to"};
  return std::nullopt;
}

std::optional<PublishExtras> extras_of(const Surroundings& surroundings,
                                       const PublishArguments& arguments, Disk& disk) {
  const auto wants = [&](const char* form) {
    return std::find(arguments.compress.begin(), arguments.compress.end(), form) !=
           arguments.compress.end();
  };
  PublishExtras extras{.gzip = wants("gzip"), .brotli = wants("brotli"), .headers = {}};
  if (!arguments.headers) return extras;
  auto headers = disk.read(surroundings.home + "/hosting/_headers");
  if (!headers) return std::nullopt;
  extras.headers = std::move(*headers);
  return extras;
}

HandedOver handed_over(Disk& disk, const PublishArguments& arguments, TargetKind kind,
                       const PublishExtras& extras, Findings& findings) {
  if (kind == TargetKind::zip)
    return hand_over_zip(disk, arguments.site, arguments.target, extras, arguments.preview,
                         findings);
  if (arguments.rollback) return hand_back(disk, arguments.target, findings);
  return hand_over(disk, arguments.site, arguments.target, extras, findings);
}

void print_done(const PublishArguments& arguments, const HandedOver& done, bool ja) {
  if (arguments.rollback)
    fmt::print(fmt::runtime(ja ? "{}: {} の「{}」に戻しました（{}ファイル）\n"
                               : "{}: back to {} \"{}\" ({} files)\n"),
               arguments.target, done.as_of, done.title, done.files);
  else
    fmt::print(fmt::runtime(ja ? "{} → {}: {}ファイル\n" : "{} -> {}: {} files\n"), arguments.site,
               arguments.target, done.files);
}

}  // namespace

int publish_command(const Surroundings& surroundings, const PublishArguments& arguments) {
  const bool ja = surroundings.language == Language::ja;
  const TargetKind kind = kind_of(arguments.target);
  if (const auto wrong = misuse(arguments, kind)) {
    fmt::print(stderr, "{}: {}\n", arguments.target, ja ? wrong->ja : wrong->en);
    return wrong_usage;
  }
  RealDisk disk;
  Findings findings;
  const auto extras = extras_of(surroundings, arguments, disk);
  if (!extras) {
    fmt::print(stderr, "{}/hosting/_headers: {}\n", surroundings.home,
               ja ? "読めません" : "can't be read");
    return failed;
  }
  const HandedOver done = handed_over(disk, arguments, kind, *extras, findings);
  for (const Finding& each : findings)
    fmt::print(stderr, "{}\n", to_line(each, surroundings.language));
  if (done.files == 0) return failed;
  print_done(arguments, done, ja);
  return fine;
}

}  // namespace yokoten
