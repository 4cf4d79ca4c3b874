#include "model/service_type.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace yokoten {
namespace {

constexpr ServiceRole home = ServiceRole::home_service;

constexpr std::array<ServiceType, 37> services = {{
    {"110", "訪問介護", home},
    {"120", "訪問入浴介護", home},
    {"130", "訪問看護", home},
    {"140", "訪問リハビリテーション", home},
    {"150", "通所介護", home},
    {"155", "通所介護（療養通所介護）", home},
    {"160", "通所リハビリテーション", home},
    {"170", "福祉用具貸与", home},
    {"210", "短期入所生活介護", home},
    {"220", "短期入所療養介護（介護老人保健施設）", home},
    {"230", "短期入所療養介護（療養病床を有する病院等）", home},
    {"320", "認知症対応型共同生活介護"},
    {"331", "特定施設入居者生活介護（有料老人ホーム）"},
    {"332", "特定施設入居者生活介護（軽費老人ホーム）"},
    {"334", "特定施設入居者生活介護（サービス付き高齢者向け住宅）"},
    {"335", "特定施設入居者生活介護（有料老人ホーム・外部サービス利用型）"},
    {"336", "特定施設入居者生活介護（軽費老人ホーム・外部サービス利用型）"},
    {"337", "特定施設入居者生活介護（サービス付き高齢者向け住宅・外部サービス利用型）"},
    {"361", "地域密着型特定施設入居者生活介護（有料老人ホーム）"},
    {"362", "地域密着型特定施設入居者生活介護（軽費老人ホーム）"},
    {"364", "地域密着型特定施設入居者生活介護（サービス付き高齢者向け住宅）"},
    {"410", "特定福祉用具販売"},
    {"430", "居宅介護支援", ServiceRole::care_management},
    {"510", "介護老人福祉施設"},
    {"520", "介護老人保健施設"},
    {"530", "介護療養型医療施設"},
    {"540", "地域密着型介護老人福祉施設入所者生活介護"},
    {"550", "介護医療院"},
    {"551", "短期入所療養介護（介護医療院）", home},
    {"710", "夜間対応型訪問介護", home},
    {"720", "認知症対応型通所介護", home},
    {"730", "小規模多機能型居宅介護"},
    {"760", "定期巡回・随時対応型訪問介護看護", home},
    {"770", "看護小規模多機能型居宅介護"},
    {"780", "地域密着型通所介護", home},
    {"", "居宅療養管理指導", home},
    {"", "介護予防支援"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> usual_names = {{
    {"特別養護老人ホーム", "介護老人福祉施設"},
    {"特養", "介護老人福祉施設"},
    {"地域密着型特別養護老人ホーム", "地域密着型介護老人福祉施設入所者生活介護"},
    {"老健", "介護老人保健施設"},
    {"グループホーム", "認知症対応型共同生活介護"},
    {"認知症グループホーム", "認知症対応型共同生活介護"},
    {"デイサービス", "通所介護"},
    {"デイケア", "通所リハビリテーション"},
    {"ショートステイ", "短期入所生活介護"},
    {"ヘルパー", "訪問介護"},
    {"ホームヘルプ", "訪問介護"},
    {"ケアマネ", "居宅介護支援"},
    {"介護付き有料老人ホーム", "特定施設入居者生活介護（有料老人ホーム）"},
    {"有料老人ホーム", "特定施設入居者生活介護（有料老人ホーム）"},
}};

}  // namespace

std::span<const ServiceType> service_types() { return services; }

const ServiceType* service_type(std::string_view name) {
  const std::string wanted = folded(name);
  for (const ServiceType& each : services)
    if (folded(each.name) == wanted) return &each;
  return nullptr;
}

const ServiceType* service_called(std::string_view name_or_code) {
  const std::string wanted = folded(name_or_code);
  for (const ServiceType& each : services)
    if (!each.code.empty() && each.code == wanted) return &each;
  return service_type(wanted);
}

std::string_view address_code(const ServiceType& service) {
  if (!service.code.empty()) return service.code;
  return service.role == ServiceRole::home_service ? "home-care-guidance" : "preventive-support";
}

std::string_view national_name(std::string_view usual) {
  const std::string wanted = folded(usual);
  for (const auto& [name, national] : usual_names)
    if (folded(name) == wanted) return national;
  return {};
}

std::vector<std::string> service_names() {
  std::vector<std::string> names;
  for (const ServiceType& each : services) names.emplace_back(each.name);
  return names;
}

}  // namespace yokoten
