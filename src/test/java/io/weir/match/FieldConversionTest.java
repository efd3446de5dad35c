package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.FieldOrigin.Conversion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldConversionTest {

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "DECIMAL; 0x1f4; 500",
                "DECIMAL; 0X1F4; 500",
                "DECIMAL; 0xffffffffffffffff; 18446744073709551615",
                "DECIMAL; 500; 500",
                "DECIMAL; 0x; 0x",
                "DECIMAL; 0x12345678901234567; 0x12345678901234567",
                "DRIVE_PATH; \\device\\harddiskvolume3\\windows\\system32\\x.exe; C:\\windows\\system32\\x.exe",
                "DRIVE_PATH; \\Device\\HarddiskVolume12\\tools\\x.exe; C:\\tools\\x.exe",
                "DRIVE_PATH; \\device\\harddiskvolume3; \\device\\harddiskvolume3",
                "DRIVE_PATH; \\device\\mup\\server\\share\\x.exe; \\\\server\\share\\x.exe",
                "DRIVE_PATH; System; System",
                "DRIVE_PATH; C:\\x\\device\\harddiskvolume3\\y; C:\\x\\device\\harddiskvolume3\\y",
                "DRIVE_PATH; \\device\\hgfs\\x.exe; \\device\\hgfs\\x.exe",
                "DRIVE_PATH; \\device\\harddiskvolume1\\$recycle.bin\\a.exe; C:\\$recycle.bin\\a.exe",
                "REGISTRY_PATH; \\REGISTRY\\MACHINE\\SOFTWARE\\A; HKLM\\SOFTWARE\\A",
                "REGISTRY_PATH; \\registry\\user\\S-1-5-21\\A; HKU\\S-1-5-21\\A",
                "REGISTRY_PATH; \\REGISTRY\\MACHINE\\SYSTEM\\ControlSet001\\Services; HKLM\\SYSTEM\\CurrentControlSet\\Services",
                "REGISTRY_PATH; \\REGISTRY\\MACHINE\\SYSTEM\\ControlSet001Old; HKLM\\SYSTEM\\ControlSet001Old",
                "REGISTRY_PATH; \\REGISTRY\\MACHINE; HKLM",
                "REGISTRY_PATH; \\REGISTRY\\MACHINES\\A; \\REGISTRY\\MACHINES\\A",
                "REGISTRY_PATH; HKLM\\A; HKLM\\A",
                "DWORD; 1; DWORD (0x00000001)",
                "DWORD; 537395200; DWORD (0x20080000)",
                "DWORD; -; -",
                "QWORD; 0x1D63ED21D4ADB0A; QWORD (0x01d63ed2-0x1d4adb0a)",
                "QWORD; 0x0; QWORD (0x00000000-0x00000000)",
                "QWORD; x; x",
            })
    void makesTextsThoseOfSysmon(Conversion conversion, String text, String expected) {
        assertThat(FieldConversion.apply(conversion, text)).isEqualTo(expected);
    }
}
