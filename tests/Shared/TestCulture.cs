// Tests in a process with ICU must not depend on the language of the machine.
[assembly: SetCulture("")]
[assembly: SetUICulture("")]
