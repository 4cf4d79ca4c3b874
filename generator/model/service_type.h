#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

/// What a service is to the care-plan data link.
enum class ServiceRole : std::uint8_t {
  other,
  care_management,  ///< 居宅介護支援: makes the plans
  home_service,     ///< stands in the monthly plan of somebody who lives at home
};

/// A kind of care service as the national open data name it.
struct ServiceType {
  std::string_view code;  ///< three digits of the open data; empty where they have none
  std::string_view name;
  std::string_view english;
  ServiceRole role = ServiceRole::other;
};

/// Its name on pages of a language: `ja`, `en`.
inline std::string_view name_in(const ServiceType& service, std::string_view language) {
  return language == "en" ? service.english : service.name;
}

/// All services, in the order of their codes; those without one last.
std::span<const ServiceType> service_types();

/// The service of this name (NFKC, brackets of either width); nullptr for none.
const ServiceType* service_type(std::string_view name);

/// The service of this name or code; nullptr for none.
const ServiceType* service_called(std::string_view name_or_code);

/// What the service is called in addresses: its code, or an English word where it has none.
std::string_view address_code(const ServiceType& service);

/// The national name of what is usually called otherwise (特別養護老人ホーム, デイサービス); empty
/// where there is none. For messages: such a name may mean several services.
std::string_view national_name(std::string_view usual);

/// Their names, for messages.
std::vector<std::string> service_names();

}  // namespace yokoten
