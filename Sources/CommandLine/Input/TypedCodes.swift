internal import ArgumentParser
internal import CaseModel

extension Outcome: ExpressibleByArgument {}
extension Priority: ExpressibleByArgument {}
extension Sensitivity: ExpressibleByArgument {}
extension Consent: ExpressibleByArgument {}
extension ReferralConsent: ExpressibleByArgument {}
extension WaitingFor: ExpressibleByArgument {}
extension Waiver: ExpressibleByArgument {}
extension Resolved: ExpressibleByArgument {}
extension CaseState: ExpressibleByArgument {}
