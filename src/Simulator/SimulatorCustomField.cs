namespace CxoneAssist.Simulator;

/// <summary>A custom field of a task, as sent.</summary>
/// <param name="Id">The id of the field.</param>
/// <param name="Value">The value of the field.</param>
public sealed record SimulatorCustomField(string Id, string Value);
