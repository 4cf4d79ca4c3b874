#include "model/licence.h"

#include <array>

namespace yokoten {
namespace {

constexpr std::string_view kPublicData =
    "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0";

constexpr std::array<Licence, 4> kLicences = {{
    {"PDL1.0", "公共データ利用規約（第1.0版）", kPublicData, "Public Data License (Version 1.0)",
     kPublicData},
    {"CC-BY-4.0", "クリエイティブ・コモンズ 表示 4.0 国際",
     "https://creativecommons.org/licenses/by/4.0/deed.ja",
     "Creative Commons Attribution 4.0 International",
     "https://creativecommons.org/licenses/by/4.0/deed.en"},
    {"CC BY 4.0", "クリエイティブ・コモンズ 表示 4.0 国際",
     "https://creativecommons.org/licenses/by/4.0/deed.ja",
     "Creative Commons Attribution 4.0 International",
     "https://creativecommons.org/licenses/by/4.0/deed.en"},
    {"CC0-1.0", "CC0 1.0 全世界", "https://creativecommons.org/publicdomain/zero/1.0/deed.ja",
     "CC0 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/deed.en"},
}};

}  // namespace

const Licence* licence_of(std::string_view id) {
  for (const Licence& each : kLicences)
    if (each.id == id) return &each;
  return nullptr;
}

}  // namespace yokoten
