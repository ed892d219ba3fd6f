namespace CxoneAssist.Simulator;

public sealed partial record SimulatorFaults
{
    /// <summary>No faults.</summary>
    public static SimulatorFaults None { get; } = new();

    /// <summary>
    /// An ordinary bad day: two or three calls in a hundred fail, and one look-up shows whether a
    /// create was executed.
    /// </summary>
    public static SimulatorFaults Mild { get; } = new()
    {
        TooManyRequests = 0.004,
        TooManyRequestsDated = 0.004,
        SlowAnswer = 0.005,
        SlowAnswerDelay = TimeSpan.FromMilliseconds(250),
        FormError = 0.01,
        LateForm = 0.02,
        CreateErrorBefore = 0.004,
        CreateErrorAfter = 0.004,
        CreateLostAnswer = 0.004,
        NotifyError = 0.01,
    };

    /// <summary>
    /// Ten to twenty calls in a hundred fail, in every way that calls can; tasks are found only
    /// after two seconds.
    /// </summary>
    public static SimulatorFaults Harsh { get; } = new()
    {
        TooManyRequests = 0.02,
        TooManyRequestsDated = 0.02,
        SlowAnswer = 0.03,
        SlowAnswerDelay = TimeSpan.FromSeconds(2),
        TokenUses = 500,
        FormError = 0.08,
        FormHtml = 0.03,
        LateForm = 0.04,
        CreateErrorBefore = 0.02,
        CreateErrorAfter = 0.02,
        CreateLostRequest = 0.02,
        CreateLostAnswer = 0.03,
        CreateWithoutId = 0.02,
        CreateAccepted = 0.02,
        LookUpLag = TimeSpan.FromSeconds(2),
        NotifyError = 0.12,
    };
}
