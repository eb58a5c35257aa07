public import ArgumentParser
public import Reports

extension Language: ExpressibleByArgument {}
