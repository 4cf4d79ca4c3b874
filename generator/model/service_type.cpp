#include "model/service_type.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace yokoten {
namespace {

constexpr ServiceRole home = ServiceRole::home_service;

constexpr std::array<ServiceType, 37> services = {{
    {"110", "訪問介護", "Home-visit care", home},
    {"120", "訪問入浴介護", "Home-visit bathing", home},
    {"130", "訪問看護", "Home-visit nursing", home},
    {"140", "訪問リハビリテーション", "Home-visit rehabilitation", home},
    {"150", "通所介護", "Day care", home},
    {"155", "通所介護（療養通所介護）", "Day care (for medical needs)", home},
    {"160", "通所リハビリテーション", "Day rehabilitation", home},
    {"170", "福祉用具貸与", "Rental of assistive devices", home},
    {"210", "短期入所生活介護", "Short-stay care", home},
    {"220", "短期入所療養介護（介護老人保健施設）",
     "Short-stay medical care (geriatric health services facility)", home},
    {"230", "短期入所療養介護（療養病床を有する病院等）",
     "Short-stay medical care (hospital with recuperation beds)", home},
    {"320", "認知症対応型共同生活介護", "Group home for people with dementia"},
    {"331", "特定施設入居者生活介護（有料老人ホーム）",
     "Care in specified facilities (private residential home)"},
    {"332", "特定施設入居者生活介護（軽費老人ホーム）",
     "Care in specified facilities (low-cost home)"},
    {"334", "特定施設入居者生活介護（サービス付き高齢者向け住宅）",
     "Care in specified facilities (housing with services for older people)"},
    {"335", "特定施設入居者生活介護（有料老人ホーム・外部サービス利用型）",
     "Care in specified facilities (private residential home, external services)"},
    {"336", "特定施設入居者生活介護（軽費老人ホーム・外部サービス利用型）",
     "Care in specified facilities (low-cost home, external services)"},
    {"337", "特定施設入居者生活介護（サービス付き高齢者向け住宅・外部サービス利用型）",
     "Care in specified facilities (housing with services for older people, external services)"},
    {"361", "地域密着型特定施設入居者生活介護（有料老人ホーム）",
     "Community-based care in specified facilities (private residential home)"},
    {"362", "地域密着型特定施設入居者生活介護（軽費老人ホーム）",
     "Community-based care in specified facilities (low-cost home)"},
    {"364", "地域密着型特定施設入居者生活介護（サービス付き高齢者向け住宅）",
     "Community-based care in specified facilities (housing with services for older people)"},
    {"410", "特定福祉用具販売", "Sale of assistive devices"},
    {"430", "居宅介護支援", "In-home care support", ServiceRole::care_management},
    {"510", "介護老人福祉施設", "Nursing home (long-term care welfare facility)"},
    {"520", "介護老人保健施設", "Geriatric health services facility"},
    {"530", "介護療養型医療施設", "Medical long-term care sanatorium"},
    {"540", "地域密着型介護老人福祉施設入所者生活介護", "Community-based nursing home"},
    {"550", "介護医療院", "Integrated facility for medical and long-term care"},
    {"551", "短期入所療養介護（介護医療院）",
     "Short-stay medical care (integrated facility for medical and long-term care)", home},
    {"710", "夜間対応型訪問介護", "Night-time home-visit care", home},
    {"720", "認知症対応型通所介護", "Day care for people with dementia", home},
    {"730", "小規模多機能型居宅介護", "Small multifunctional in-home care"},
    {"760", "定期巡回・随時対応型訪問介護看護", "Regular and on-demand home-visit care and nursing",
     home},
    {"770", "看護小規模多機能型居宅介護", "Multifunctional in-home care with nursing"},
    {"780", "地域密着型通所介護", "Community-based day care", home},
    {"", "居宅療養管理指導", "Guidance for management of in-home medical care", home},
    {"", "介護予防支援", "Preventive care support"},
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
