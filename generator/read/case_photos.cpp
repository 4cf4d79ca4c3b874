#include "read/case_photos.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "model/report.h"
#include "model/toml_reader.h"
#include "read/good_practice.h"
#include "read/own_path.h"
#include "read/photo_file.h"

namespace yokoten {
namespace {

constexpr std::uint64_t many_bytes = 2U << 20U, most_bytes = 20U << 20U;
constexpr int most_pixels = 12'000;  // a side

// What says nothing of a picture, since every picture is one.
constexpr std::array<std::string_view, 17> empty_words = {
    "写真", "画像", "図",   "イメージ", "イラスト", "様子", "photo", "image", "picture",
    "img",  "の",   "です", "用",       "_",        "-",    ".",     " "};

std::string without_empty_words(std::string_view text) {
  std::string rest = lower_ascii(folded(text));
  for (const std::string_view word : empty_words)
    for (std::size_t at = rest.find(word); at != std::string::npos; at = rest.find(word))
      rest.erase(at, word.size());
  return rest;
}

bool has_letter(std::string_view text) {
  return text.find_first_not_of("0123456789()[]#") != std::string_view::npos;
}

// photos/night-shift.jpg → night-shift
std::string stem(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

bool says_nothing(const CasePhoto& photo, const std::string& title) {
  const std::string rest = without_empty_words(photo.alt);
  return !has_letter(rest) || rest == without_empty_words(title) ||
         rest == without_empty_words(stem(photo.path)) ||
         rest == without_empty_words(photo.path.substr(photo.path.rfind('/') + 1));
}

void check_alt(const CasePhoto& photo, const GoodPractice& practice, Findings& findings) {
  if (trimmed_text(photo.alt).empty() || !says_nothing(photo, practice.title)) return;
  report_error(
      findings, photo.alt_place, "case.alt",
      {fmt::format("代替テキスト「{}」は、ファイルの名前、題名、「写真」のくり返しです。何が写って"
                   "いるかを、見えない人に話すように書いてください（例「天井のリフトで、職員2人が"
                   "利用者をベッドから車椅子へ移している」）",
                   photo.alt),
       fmt::format("the alt text {} only repeats the file's name, the title or that this is a "
                   "photo; tell what is to be seen to somebody who doesn't see it",
                   photo.alt)});
}

void check_file(CasePhoto& photo, std::string_view bytes, Findings& findings) {
  const auto refuse = [&](const char* code, Message message) {
    report_error(findings, photo.path_place, code, std::move(message));
  };
  const auto seen = photo_file(bytes);
  if (!seen)
    return refuse("case.photo_kind",
                  {fmt::format("{} はJPEG、PNG、WebPの写真ではないか、途中で切れています。JPEGで"
                               "保存し直してください（iPhoneのHEICは使えません）",
                               photo.path),
                   fmt::format("{} is no photo in JPEG, PNG or WebP, or is cut off; save it again "
                               "as JPEG",
                               photo.path)});
  photo.width = seen->width;
  photo.height = seen->height;
  if (photo.width > most_pixels || photo.height > most_pixels)
    refuse("case.photo_size", {fmt::format("{} は一辺が{}画素を超えています。小さくしてください",
                                           photo.path, most_pixels),
                               fmt::format("a side of {} has more than {} pixels; make it smaller",
                                           photo.path, most_pixels)});
  if (seen->tells_place)
    refuse("case.photo_place",
           {fmt::format(
                "{} に撮影した場所（GPSの位置情報）が入っているか、入っていないと確かめ"
                "られません。消してから置いてください（Windowsはファイルのプロパティの「詳細」に"
                "ある「プロパティや個人情報を削除」、または exiftool -gps:all= -xmp:all= {}）",
                photo.path, photo.path),
            fmt::format("{} holds, or may hold, where it was taken (GPS); remove that first "
                        "(exiftool -gps:all= -xmp:all= {})",
                        photo.path, photo.path)});
}

void check_bytes(const CasePhoto& photo, Findings& findings) {
  if (photo.bytes > most_bytes)
    report_error(findings, photo.path_place, "case.photo_size",
                 {fmt::format("{} は20 MiBを超えています。小さくしてください", photo.path),
                  fmt::format("{} has more than 20 MiB; make it smaller", photo.path)});
  else if (photo.bytes > many_bytes)
    report_warning(
        findings, photo.path_place, "case.photo_size",
        {fmt::format("{} は2 MiBを超えています。幅1,600画素くらいに小さくすると、携帯電話でも早く"
                     "開きます",
                     photo.path),
         fmt::format("{} has more than 2 MiB; about 1,600 pixels of width open faster on a phone",
                     photo.path)});
}

}  // namespace

CasePhoto read_photo(const TomlNode& node, const GoodPractice& practice, Findings& findings) {
  TomlReader reader(node, findings);
  CasePhoto photo;
  photo.path = reader.required_text("file");
  photo.alt = reader.required_text("alt");
  photo.credit = reader.text("credit");
  photo.taken = reader.moment("taken");
  photo.place = node.place;
  photo.path_place = reader.place("file");
  photo.alt_place = reader.place("alt");
  if (!photo.path.empty() && !is_own_path(photo.path, "photos/"))
    report_error(
        findings, photo.path_place, "case.photo",
        {fmt::format("file の {} は photos/ の中の名前（a-z 0-9 - _ .）ではありません", photo.path),
         fmt::format("file {} is no name inside photos/ (a-z 0-9 - _ .)", photo.path)});
  check_alt(photo, practice, findings);
  return photo;
}

void find_photos(Disk& disk, const std::string& folder, GoodPractice& practice,
                 Findings& findings) {
  for (CasePhoto& photo : practice.photos) {
    if (!is_own_path(photo.path, "photos/")) continue;
    const std::string path = folder + '/' + photo.path;
    const auto size = disk.size(path);
    photo.bytes = size.value_or(0);
    if (!size) {
      report_error(findings, photo.path_place, "case.photo",
                   {fmt::format("写真のファイル {} がありません。発行物のフォルダーの中に置いて"
                                "ください",
                                photo.path),
                    fmt::format("the file {} is not there; put it below the publication's folder",
                                photo.path)});
      continue;
    }
    check_bytes(photo, findings);
    if (photo.bytes > most_bytes) continue;
    check_file(photo, disk.read(path).value_or(std::string()), findings);
  }
}

}  // namespace yokoten
